"""Many submissions: spread over processes that end with the one that started them, and each with its own seed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import nbformat
import pytest

from autograder import batch
from autograder.assignment import load_assignment, reference_notebook
from autograder.batch import Failed, Job, grade_many, seed_for
from autograder.errors import GraderError
from autograder.model import Status, SubmissionReport
from autograder.settings import Isolation

SCRIPT = """
import os, time
from autograder.batch import local_pool

if __name__ == "__main__":
    with local_pool(1) as pool:
        print(pool.submit(os.getpid).result(), flush=True)
        pool.submit(time.sleep, 60).result()
"""


class Vanishing(Executor):
    """A cluster whose worker is gone."""

    def submit(self, function, /, *arguments, **more):
        future: Future = Future()
        future.set_exception(ConnectionError("the worker is gone"))
        return future


class Fragile(Executor):
    """Grades in this process; one kind of job ends it, as a killed process ends a pool."""

    def __init__(self, deadly, log):
        self.deadly, self.log, self.broken, self.under_way = deadly, log, False, 0
        log.append(0)

    def submit(self, function, job, /):
        if self.broken:
            raise BrokenProcessPool
        future: Future = Future()
        self.log[-1] += 1
        if job.student in self.deadly:
            self.broken = True
            future.set_exception(BrokenProcessPool("a process was killed"))
        else:
            future.set_result(Failed(SubmissionReport(job.assignment, Status.GRADED, (), student=job.student)))
        return future


class Waiting(Executor):
    """Finishes a job when the next is asked for, and remembers how many were open at once."""

    def __init__(self):
        self.open, self.most, self.timer = [], 0, None

    def submit(self, function, job, /):
        future: Future = Future()
        self.open.append((future, job))
        self.most = max(self.most, len(self.open))
        threading.Timer(0.005, self.finish).start()
        return future

    def finish(self):
        future, job = self.open.pop(0)
        future.set_result(Failed(SubmissionReport(job.assignment, Status.GRADED, (), student=job.student)))


def job(student):
    return Job(Path("/nowhere"), "least_squares", student, Path("/nowhere/x.ipynb"), 1, Isolation.SANDBOX)


@pytest.mark.parametrize("how", ["terminate", "kill"])
def test_processes_end_with_the_one_that_started_them(tmp_path, how):
    script = tmp_path / "grader.py"
    script.write_text(SCRIPT)
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as grader:
        worker = int(grader.stdout.readline())
        os.kill(worker, 0)
        getattr(grader, how)()
    ends = time.monotonic() + 10
    while Path(f"/proc/{worker}").exists() and time.monotonic() < ends:
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}").exists()


def test_a_worker_that_vanishes_ends_neither_the_batch_nor_in_a_score():
    outcomes = dict(grade_many([job("ada"), job("ben")], Vanishing()))
    assert len(outcomes) == 2
    for outcome in outcomes.values():
        assert isinstance(outcome, Failed)
        assert outcome.report.submission_status is Status.NEEDS_REVIEW
        assert outcome.report.exercises == ()
        assert "ConnectionError" in outcome.report.reason


def test_a_job_that_ends_its_process_costs_no_other_anything():
    made = []
    students = [f"s{number}" for number in range(40)]
    outcomes = list(
        grade_many(map(job, students), Fragile({"s7"}, made), again=lambda: Fragile({"s7"}, made), ahead=8)
    )
    assert sorted(one.student for one, _ in outcomes) == sorted(students)
    reports = {one.student: outcome.report for one, outcome in outcomes}
    left = {name: report for name, report in reports.items() if report.submission_status is not Status.GRADED}
    assert set(left) == {"s7"}
    assert "BrokenProcessPool" in left["s7"].reason
    assert len(made) == 3  # one for all, one in which it was tried alone, one for the rest
    assert sum(made) == len(students) + 1


def test_a_machine_on_which_every_process_dies_ends_the_batch_with_a_sentence():
    students = {f"s{number}" for number in range(40)}
    made = []
    with pytest.raises(GraderError, match=r"memory or processes are short.*run the same command"):
        list(grade_many(map(job, students), Fragile(students, made), again=lambda: Fragile(students, made)))
    assert len(made) < 10


def test_only_so_many_jobs_are_under_way_at_once():
    executor = Waiting()
    taken = []

    def jobs():
        for number in range(50):
            taken.append(number)
            yield job(f"s{number}")

    for done, _ in enumerate(grade_many(jobs(), executor, ahead=5), start=1):
        assert len(taken) <= done + 5
    assert executor.most <= 5
    assert len(taken) == 50


def test_seeds_differ_between_students_and_runs_and_repeat_for_the_same():
    seeds = {seed_for(run, student) for run in (1, 2) for student in ("ada", "ben")}
    assert len(seeds) == 4
    assert seed_for(1, "ada") == seed_for(1, "ada")


def sessions_processes(session):
    """Return the processes of a session that are more than a name."""
    found = []
    for facts in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = facts.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(facts.parent.name))
    return found


@pytest.mark.parametrize("presses", [1, 2])
def test_ctrl_c_ends_a_batch_soon_with_a_sentence_and_leaves_nothing_behind(small_course, tmp_path, presses):
    assignment = load_assignment(small_course, "averages")
    notebook = reference_notebook(assignment)
    answer = next(cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == "average")
    answer.source = f"import time\ntime.sleep(5)\n{answer.source}"
    for student in ("ada", "ben", "cy", "dee"):
        folder = small_course / "submitted" / student / "averages"
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / "averages.ipynb")
    scratch = tmp_path / "tmp"
    scratch.mkdir()
    command = [
        sys.executable, "-m", "autograder.cli", "grade", "averages", "--course", str(small_course), "--workers", "2",
    ]
    environment = {**os.environ, "TMPDIR": str(scratch), "PYTHONPATH": str(Path(batch.__file__).parent.parent)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment, start_new_session=True
    ) as grader:
        try:
            wait_until(lambda: list(scratch.glob("autograder-*/work/scratch/*")))
            for _ in range(presses):
                os.killpg(grader.pid, signal.SIGINT)
                time.sleep(0.2)
            said, _ = grader.communicate(timeout=30)
        finally:
            for process in sessions_processes(grader.pid):
                os.kill(process, signal.SIGKILL)
    assert said == "autograder: stopped. What was graded is kept; run the same command to go on.\n"
    assert grader.returncode == 1
    wait_until(lambda: not sessions_processes(grader.pid), seconds=10)
    assert list(scratch.glob("autograder-*")) == []


def wait_until(true, seconds=120):
    ends = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.05)

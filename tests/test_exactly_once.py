"""Whatever happens to the grader, each hand-in is graded once, and no score is invented."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import asdict, replace
from pathlib import Path

import nbformat
import pytest
from inside import grade
from killed_batch import Kills, difference, fresh, kill_until_done, left_behind, make_class, scores_in, started

from autograder import folders
from autograder.assignment import load_assignment, reference_notebook
from autograder.errors import WorkerError
from autograder.gradebook import Gradebook
from autograder.grading import grade_notebook
from autograder.sandbox import Sandbox

# nbgrader and nbconvert still call what Python and their own libraries have deprecated
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning")

NAME = "averages"


# Killed


@pytest.fixture(scope="module")
def few(course_root, tmp_path_factory):
    return Class(course_root, tmp_path_factory.mktemp("few"), students=6)


class Class:
    """A class as it was handed in, and what a run that nobody disturbed made of it."""

    def __init__(self, course_root, folder, students):
        self.start = folder / "start"
        self.expected = make_class(course_root, self.start, students, seed=5)
        self.course = fresh(self.start, folder / "undisturbed")
        assert started(self.course).wait() == 0, (folder / "undisturbed.log").read_text()
        self.left = left_behind(self.course)


def test_the_class_gets_what_its_answers_say_of_themselves(few):
    assert scores_in(few.course) == pytest.approx(few.expected)
    assert 0 < sum(few.expected.values()) < 8 * len(few.expected)


def killed(the_class, folder, wanted):
    """Kill graders of a class `wanted` times, in a program of its own, and return what that prints last."""
    seed = int(os.environ.get("FIT_A_LINE_TWICE_KILL_SEED", time.time_ns()))
    program = [sys.executable, Path(__file__).with_name("killed_batch.py"), the_class.start, folder]
    with (folder / "figures").open("w") as figures:
        done = subprocess.run(
            [*map(str, program), str(wanted), str(seed)], stdout=figures, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 0, done.stderr
    found = json.loads((folder / "figures").read_text().splitlines()[-1])
    print(f"seed {seed}: {found}")
    assert difference(the_class.left, left_behind(folder / "killed")) == ""
    return found


def test_killed_five_times_it_ends_as_if_left_alone(few, tmp_path):
    found = killed(few, tmp_path, 5)

    assert found["count"] == 5
    assert found["different"] == []


def test_killed_with_all_its_processes_and_started_twice_at_once(few, tmp_path):
    """The whole command: nothing of the killed one goes on, and of two that follow one records each hand-in."""
    kills, course = Kills(), fresh(few.start, tmp_path / "killed")
    draw = random.Random(time.time_ns())

    def two_at_once():
        if kills.graders_started:
            second = started(course, "--workers", "1")
        first = started(course, "--workers", "1")
        return Both(first, second) if kills.graders_started else first

    kill_until_done(two_at_once, course, draw, kills, 1)

    assert kills.left_running == []
    assert difference(few.left, left_behind(course)) == ""


class Both:
    """Two graders, as one."""

    def __init__(self, *graders):
        self.graders = graders
        self.pid = graders[0].pid

    def poll(self):
        return None if None in [grader.poll() for grader in self.graders] else self.wait()

    def wait(self):
        return next((status for grader in self.graders if (status := grader.wait())), 0)


@pytest.mark.long
def test_a_hundred_kills_make_no_difference(course_root, tmp_path):
    """Forty hand-ins, graded over and over: ninety kills of forked graders and ten of the whole command."""
    many = Class(course_root, tmp_path, students=40)
    assert scores_in(many.course) == pytest.approx(many.expected)
    found = killed(many, tmp_path, 90)
    assert found["count"] == 90
    assert found["while_recording"] > 0
    assert found["different"] == []

    kills, course = Kills(), tmp_path / "whole"
    while kills.count < 10:
        fresh(many.start, course)
        kill_until_done(lambda: started(course), course, random.Random(time.time_ns()), kills, 10)
        assert difference(many.left, left_behind(course)) == ""
        print(asdict(kills), flush=True)
    assert kills.left_running == []


# Its own accidents


@pytest.fixture
def course(small_course):
    """A small course in which two students handed in the solution."""
    for student in ("ada", "bo"):
        folder = small_course / "submitted" / student / NAME
        folder.mkdir(parents=True)
        nbformat.write(reference_notebook(load_assignment(small_course, NAME)), folder / f"{NAME}.ipynb")
    return small_course


def scored(course):
    """Each student's automatic score, and whether a person has to look, by the database."""
    with contextlib.closing(sqlite3.connect(course / "gradebook.db")) as database:
        rows = database.execute(
            "select s.student_id, g.auto_score, g.needs_manual_grade from grade g join base_cell c on c.id = g.cell_id"
            " join submitted_notebook n on n.id = g.notebook_id join submitted_assignment s on s.id = n.assignment_id"
            " where c.name = 'average_tests'"
        ).fetchall()
    return {student: (score, bool(person)) for student, score, person in rows}


RIGHT = {"ada": (3.0, False), "bo": (3.0, False)}


def test_a_disk_that_is_full_ends_in_a_sentence_and_nothing_is_lost(course, grading, small_disk):
    """A real file system, with less and less room: the run stops where it must, and the next one goes on."""
    disk = small_disk(course)
    stopped = 0
    for left in (0, 4, 12, 24, 48, 96, 200):  # KiB
        shutil.rmtree(disk)
        shutil.copytree(course, disk)
        ballast = disk.parent / "ballast"
        fill(ballast, left)
        status, said = grading(disk)
        if status != 0:
            stopped += 1
            assert status == 2, said
            assert "autograder: " in said
            assert "full" in said or "No space left" in said
        ballast.unlink()
        assert grading(disk)[0] == 0
        assert scored(disk) == RIGHT
    assert stopped >= 3, "the disk was never full"


@pytest.fixture
def small_disk(tmp_path):
    """A file system of eight megabytes with a copy of a course; one needs to be root to mount it."""
    mounted = tmp_path / "disk"
    mounted.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(mounted)], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        pytest.skip(f"no small disk: mounting one was refused ({made.stderr.strip()})")

    def holding(course):
        return shutil.copytree(course, mounted / "course")

    yield holding
    subprocess.run(["umount", "--lazy", str(mounted)], check=True)


def fill(ballast, left_kib):
    """Write a file until nothing fits any more, then give `left_kib` back."""
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    with ballast.open("r+b") as file:
        file.truncate(max(0, ballast.stat().st_size - left_kib * 1024))


@pytest.mark.parametrize("mode", ["exclusive", "immediate"])
def test_a_database_locked_for_a_while_is_waited_for(course, grading, mode):
    assert grading(course)[0] == 0
    other = sqlite3.connect(course / "gradebook.db", isolation_level=None, check_same_thread=False)
    other.execute(f"begin {mode}")
    released = threading.Timer(1.5, lambda: other.execute("rollback"))
    released.start()

    status, _ = grading(course, "--force")

    released.join()
    other.close()
    assert status == 0
    assert scored(course) == RIGHT


def test_a_database_locked_for_longer_ends_in_a_sentence_and_the_next_run_goes_on(course, grading, monkeypatch):
    monkeypatch.setattr(folders, "LOCK_SECONDS", 0.2)
    monkeypatch.setattr(Gradebook.__init__, "__kwdefaults__", {"wait_seconds": 0.2})
    assert grading(course)[0] == 0
    other = sqlite3.connect(course / "gradebook.db", isolation_level=None)
    other.execute("begin exclusive")

    status, said = grading(course, "--force")

    other.execute("rollback")
    other.close()
    assert status == 2
    assert "locked" in said
    assert "run the command again" in " ".join(said.split())
    assert grading(course, "--force")[0] == 0
    assert scored(course) == RIGHT


def test_a_database_that_vanishes_between_two_runs_is_written_anew(course, grading):
    assert grading(course)[0] == 0
    (course / "gradebook.db").unlink()

    assert grading(course)[0] == 0

    assert scored(course) == RIGHT


def test_a_file_that_is_no_database_is_named_and_left_alone(course, grading):
    (course / "gradebook.db").write_bytes(b"not a database, but somebody's file")

    status, said = grading(course)

    assert status == 2
    assert "gradebook.db" in said
    assert (course / "gradebook.db").read_bytes() == b"not a database, but somebody's file"


def test_a_hidden_test_that_raises_scores_nothing_and_asks_for_a_person(course, grading):
    tests = course / "solutions" / NAME / "hidden" / f"test_{NAME}.py"
    sound = tests.read_text()
    tests.write_text(sound + CRASHING)

    status, said = grading(course)

    assert status == 1, said
    assert scored(course) == {"ada": (None, True), "bo": (None, True)}
    tests.write_text(sound)
    assert grading(course)[0] == 0
    assert scored(course) == RIGHT


CRASHING = """

@pytest.mark.exercise("average", weight=1)
def test_that_crashes(student):
    \"\"\"average of this is right.\"\"\"
    assert student.average([1.0]) == {}["no such key"]
"""


class Killing:
    """A sandbox whose worker, or whose child, is killed from outside soon after some of its children start."""

    def __init__(self, sandbox, whom, times):
        self.sandbox, self.whom, self.times = sandbox, whom, times

    def child(self, limits):
        child = self.sandbox.child(limits)
        if self.times > 0:
            self.times -= 1
            pid = child.pid if self.whom == "child" else self.sandbox._process.pid
            threading.Timer(random.uniform(0, 0.05), os.kill, (pid, signal.SIGKILL)).start()
        return child


@pytest.mark.parametrize("whom", ["child", "worker"])
def test_a_process_of_the_sandbox_that_is_killed_costs_nobody_a_point(course, monkeypatch, capfd, whom):
    with Sandbox() as own:
        killing = Killing(own, whom, times=1)
        status = grade(monkeypatch, killing, course, NAME)

    assert status == 0, capfd.readouterr()
    assert killing.times == 0
    assert scored(course) == RIGHT


def test_a_worker_that_dies_again_and_again_scores_nothing_and_asks_for_a_person(sandbox, course_root):
    class Dead:
        """Each child is gone, and the worker with it, before it answers."""

        def child(self, limits):
            child = sandbox.child(limits)
            os.kill(child.pid, signal.SIGKILL)
            end = child.end
            child.end = lambda: replace(end(), signal=signal.SIGKILL, worker_lost=True)
            return child

    assignment = load_assignment(course_root, "least_squares")
    with pytest.raises(WorkerError, match=r"killed from outside, twice.*run the command again"):
        grade_notebook(reference_notebook(assignment), assignment, Dead(), seed=1)

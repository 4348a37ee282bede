"""A class graded by `autograder grade` while it is killed again and again, to compare with one left alone.

As a program it forks: each grader is a copy of one process that has imported everything and has graded the class
once, and takes over from there. So a kill costs a second, and what is killed is all of the command but its pool.
Its arguments are a course before grading, a folder for its own copies of it, how many kills, and a seed.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Protocol

import nbformat
from killed_grader import everything
from make_sample_class import cell_of

from autograder.assignment import Assignment, load_answers, load_assignment, release_notebook
from autograder.batch import Job, grade_many, local_pool, seed_for
from autograder.commands import grade as grade_command
from autograder.commands.demo import copy_course
from autograder.settings import Isolation

ASSIGNMENT = "least_squares"
SEED = 2026
# a class must not get other marks because the machine is busy
PATIENT = "\n[limits]\ncell_seconds = 900\ncall_seconds = 900\nexercise_seconds = 3600\ntotal_seconds = 9000\n"
GRADE = [sys.executable, "-m", "autograder.cli", "grade", ASSIGNMENT, "--seed", str(SEED)]


def make_class(source: Path, target: Path, students: int, seed: int) -> dict[str, float]:
    """Copy the course to `target`, hand in answers drawn from its right and wrong ones; return their scores."""
    copy_course(source, target)
    rules = target / "solutions" / ASSIGNMENT / "hidden" / "assignment.toml"
    assert "[limits]" not in rules.read_text()
    rules.write_text(rules.read_text() + PATIENT)
    assignment = load_assignment(target, ASSIGNMENT)
    draw = random.Random(seed)
    scores = {}
    for number in range(students):
        notebook, score = _hand_in(assignment, draw)
        student = f"student{number:02}"
        folder = target / "submitted" / student / ASSIGNMENT
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / f"{ASSIGNMENT}.ipynb")
        (folder / "timestamp.txt").write_text(f"2026-03-01 10:{number:02}:00 UTC")
        scores[student] = score
    return scores


def _hand_in(assignment: Assignment, draw: random.Random) -> tuple[nbformat.NotebookNode, float]:
    """Return a notebook with one known answer to each exercise, and what these answers say they score."""
    notebook, score = release_notebook(assignment), 0.0
    for exercise in assignment.exercises:
        known = [answer for answer in load_answers(assignment) if answer.exercise == exercise.id]
        others = [other.id for other in assignment.exercises if other.id != exercise.id]
        alone = [answer for answer in known if not answer.sometimes and not any(o in answer.source for o in others)]
        answer = draw.choice(alone)  # one that calls no other exercise's function, which may be wrong here
        cell_of(notebook, exercise.solution_id).source = answer.source
        score += answer.score
    return notebook, score


def left_behind(course: Path) -> tuple[object, ...]:
    """Return all that grading leaves in a course, but for what two runs of the same thing do not share."""
    files, *rows = everything(course)
    for name in [name for name in files if name.startswith("reports")]:
        files[name] = report = json.loads(files[name])
        del report["seconds"]
        for test in (test for cell in report["exercises"] for test in cell["tests"]):
            del test["detail"], test["seconds"]  # the course's own folder is named in the first
    return files, *rows


def scores_in(course: Path) -> dict[str, float]:
    """Return each student's score by the report that was saved."""
    reports = (course / "reports" / ASSIGNMENT).glob("*.json")
    return {path.stem: json.loads(path.read_text())["score"] for path in reports}


@dataclass
class Kills:
    """How often graders were killed and where they stood, and what was wrong afterwards."""

    count: int = 0
    while_recording: int = 0
    before_the_first: int = 0
    batches: int = 0
    graders_started: int = 0
    different: list[str] = field(default_factory=list)
    left_running: list[str] = field(default_factory=list)


def started(course: Path, *more: str, **how: object) -> subprocess.Popen[bytes]:
    """Start a grader on a course, with its output in a file beside the course."""
    log = (course.parent / f"{course.name}.log").open("ab")
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    with log:
        return subprocess.Popen([*GRADE, "--course", str(course), *more], stdout=log, stderr=log, env=environment)


class Grader(Protocol):
    """A running grader."""

    pid: int

    def poll(self) -> int | None:
        """Return its status if it has ended; minus the signal where one ended it."""

    def wait(self) -> int:
        """Return its status when it has ended."""


def kill_until_done(start: Callable[[], Grader], course: Path, draw: random.Random, kills: Kills, wanted: int) -> None:
    """Start a grader, kill it at a random moment, and start the next, until one ends by itself."""
    kills.batches += 1
    while True:
        grader = start()
        kills.graders_started += 1
        if kills.count < wanted and _kill(grader, course, draw, kills):
            kills.count += 1
            continue
        assert grader.wait() == 0, (course.parent / f"{course.name}.log").read_text()[-2000:]
        return


def _kill(grader: Grader, course: Path, draw: random.Random, kills: Kills) -> bool:
    """Kill a grader: early, some time after so many reports, or while a folder is being replaced."""
    already = _reports(course)
    moment = draw.choice(["early", "after", "after", "recording", "recording"])
    more = draw.randrange(3)
    wait = draw.uniform(0, 4) if moment == "early" else draw.uniform(0, 0.5)
    began = time.monotonic()
    while grader.poll() is None:
        if moment == "early" and time.monotonic() - began >= wait:
            break
        if moment != "early" and _reports(course) - already >= more:
            if moment == "after":
                time.sleep(wait)
                break
            if any(course.glob(f"autograded/*/.{ASSIGNMENT}.*")):
                break
        time.sleep(0.0002 if moment == "recording" else 0.005)
    family = _descendants(grader.pid)
    with contextlib.suppress(ProcessLookupError):
        os.kill(grader.pid, signal.SIGKILL)
    if grader.wait() != -signal.SIGKILL:
        return False  # it was done before
    kills.while_recording += any(course.glob(f"autograded/*/.{ASSIGNMENT}.*"))
    kills.before_the_first += _reports(course) == 0
    ends = time.monotonic() + 60
    while running := [pid for pid in family if _is_running(pid)]:
        if time.monotonic() > ends:
            kills.left_running += [f"{pid} {_command(pid)}" for pid in running]
            break
        time.sleep(0.02)
    return True


def _reports(course: Path) -> int:
    return sum(1 for _ in course.glob(f"reports/{ASSIGNMENT}/*.json"))


def _descendants(pid: int) -> list[int]:
    """Return the processes that a process started, and those that these started."""
    found = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in map(int, (task / "children").read_text().split()):
                found += [child, *_descendants(child)]
    return found


def _is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")[:200]
    except OSError:
        return "gone since"


def difference(undisturbed: tuple[object, ...], killed: tuple[object, ...]) -> str:
    """Name what differs between two courses, or return nothing."""
    if undisturbed == killed:
        return ""
    (files, *rows), (other_files, *other_rows) = undisturbed, killed
    names = [name for name in files.keys() | other_files.keys() if files.get(name) != other_files.get(name)]
    return f"files {sorted(names)}; rows {[a for a, b in zip(rows, other_rows, strict=True) if a != b]}"[:3000]


def fresh(start: Path, course: Path) -> Path:
    """Return a copy of a course as it is before grading."""
    shutil.rmtree(course, ignore_errors=True)
    return shutil.copytree(start, course)


class Forked:
    """A copy of this process in which a function runs."""

    def __init__(self, function: Callable[[], int], log: Path) -> None:
        self._status: int | None = None
        self.pid = os.fork()
        if self.pid:
            return
        status = 99
        try:
            with log.open("a") as file:
                os.dup2(file.fileno(), 1)
                os.dup2(file.fileno(), 2)
                status = function()
        finally:
            os._exit(status)

    def poll(self) -> int | None:
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self._status = os.waitstatus_to_exitcode(status) if pid else None
        return self._status

    def wait(self) -> int:
        while self.poll() is None:
            time.sleep(0.005)
        assert self._status is not None
        return self._status


class Remembering(Executor):
    """Gives back what came of each job before, some time later and in any order."""

    def __init__(self, outcomes: dict[str, Any]) -> None:
        self._outcomes = outcomes
        self._threads = ThreadPoolExecutor(4)

    def submit(self, _function: Any, /, job: Job) -> Future[Any]:
        return self._threads.submit(self._later, job.student)

    def _later(self, student: str) -> Any:
        time.sleep(random.uniform(0, 0.2))
        return self._outcomes[student]


def main(start: Path, folder: Path, wanted: int, seed: int) -> None:
    """Kill graders `wanted` times over as many batches as that takes, and print what came of it."""
    students = sorted(one.name for one in (start / "submitted").iterdir())
    jobs = [
        Job(start, ASSIGNMENT, student, start / "submitted" / student / ASSIGNMENT / f"{ASSIGNMENT}.ipynb",
            seed_for(SEED, student), Isolation.SANDBOX)
        for student in students
    ]
    with local_pool(2) as pool:
        outcomes = {job.student: outcome for job, outcome in grade_many(jobs, pool)}
    grade_command.executor = lambda *_: contextlib.nullcontext(Remembering(outcomes))
    draw, kills = random.Random(seed), Kills()
    course = folder / "killed"

    def start_grader() -> Forked:
        return Forked(grade, folder / "killed.log")

    def grade() -> int:
        random.seed()
        return grade_command.grade(
            ASSIGNMENT, students=[], workers=None, scheduler=None, force=False, seed=SEED,
            isolation=Isolation.SANDBOX, course=course,
        )

    fresh(start, course)
    assert start_grader().wait() == 0, (folder / "killed.log").read_text()[-2000:]
    expected = left_behind(course)

    while kills.count < wanted:
        fresh(start, course)
        kill_until_done(start_grader, course, draw, kills, wanted)
        if different := difference(expected, left_behind(course)):
            kills.different.append(different)
        print(json.dumps(asdict(kills)), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))

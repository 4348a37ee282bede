"""A class graded by `autograder grade` while it is killed again and again, to compare with one left alone."""

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
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from killed_grader import everything
from make_sample_class import cell_of

from autograder.assignment import Assignment, load_answers, load_assignment, release_notebook
from autograder.commands.demo import copy_course

ASSIGNMENT = "least_squares"
SEED = "2026"
# what a run spends, which no two runs do alike
_VARIES = ("seconds",)
GRADE = [sys.executable, "-m", "autograder.cli", "grade", ASSIGNMENT, "--seed", SEED]


def make_class(source: Path, target: Path, students: int, seed: int) -> dict[str, float]:
    """Copy the course to `target`, hand in answers drawn from its right and wrong ones; return their scores."""
    copy_course(source, target)
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
        answer = draw.choice(known)
        cell_of(notebook, exercise.solution_id).source = answer.source
        score += answer.score
    return notebook, score


def left_behind(course: Path) -> tuple[object, ...]:
    """Return all that grading leaves in a course, but for what two runs of the same thing do not share."""
    files, *rows = everything(course)
    for name in [name for name in files if name.startswith("reports")]:
        report = json.loads(files[name])
        files[name] = {key: value for key, value in report.items() if key not in _VARIES}
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


def kill_until_done(course: Path, draw: random.Random, kills: Kills, wanted: int, *more: str) -> None:
    """Start a grader, kill it at a random moment, and start the next, until one ends by itself."""
    kills.batches += 1
    while True:
        grader = started(course, *more)
        kills.graders_started += 1
        if kills.count < wanted and _kill(grader, course, draw, kills):
            kills.count += 1
            continue
        status = grader.wait()
        assert status == 0, (course.parent / f"{course.name}.log").read_text()[-2000:]
        return


def _kill(grader: subprocess.Popen[bytes], course: Path, draw: random.Random, kills: Kills) -> bool:
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
        grader.kill()
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

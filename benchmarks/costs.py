"""What a class costs: measured parts, a stated model, and a page of text for the instructor guide.

    python -m benchmarks.costs [ASSIGNMENT ...] [--size 30] [--out FILE]

The model: with W workers, N submissions take  start + N x max(grade / W, record)  seconds. Workers grade side by side;
one process records what they return, one at a time, so beyond  grade / record  workers more do not help.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from autograder.assignment import Assignment, find_assignments, load_assignment
from autograder.batch import seed_for
from autograder.gradebook import Gradebook
from autograder.grading import grade_file
from autograder.sandbox import Sandbox
from autograder.submitted import submissions
from benchmarks import contestants
from benchmarks.classes import make_class
from benchmarks.contestants import ROOT


@dataclass(frozen=True)
class Parts:
    """Seconds and sizes of one assignment, each a mean over its class."""

    name: str
    start: float  # until a sandbox is warm, the grader's own libraries loaded
    grade: float
    record: float
    disk_kb: float  # notebook, report and gradebook, a submission
    worker_mb: float


def measure(assignment: Assignment, size: int) -> Parts:
    """Grade and record a class in this process, and time each part."""
    members = make_class(assignment, size)
    with tempfile.TemporaryDirectory(prefix="costs-") as folder:
        course = contestants.our_course(assignment, members, Path(folder) / "course")
        own = load_assignment(course, assignment.name)
        handed_in = submissions(course, assignment.name)
        before = _bytes(course)
        began = time.perf_counter()
        with Sandbox() as sandbox, Gradebook.open(course) as gradebook:
            grade_file(handed_in[0].path, own, sandbox, seed=1)  # collects the hidden tests
            start = time.perf_counter() - began
            grade, record = [], []
            for one in handed_in:
                began = time.perf_counter()
                graded = grade_file(one.path, own, sandbox, seed=seed_for(1, one.student), student=one.student)
                between = time.perf_counter()
                gradebook.record(own, one, graded.report, graded.notebook)
                grade.append(between - began)
                record.append(time.perf_counter() - between)
            memory = psutil.Process(sandbox._process.pid).memory_info().rss / 2**20
        disk = (_bytes(course) - before) / 1024 / size
    return Parts(assignment.name, start, statistics.fmean(grade), statistics.fmean(record), disk, memory)


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def seconds(parts: Parts, submissions: int, workers: int) -> float:
    """Return what the model says a class takes."""
    return parts.start + submissions * max(parts.grade / workers, parts.record)


PAGE = """\
# What a class costs

Measured on {system} with {processors} processors and Python {python}, on a class of {size} for each assignment, made of
the course's right and wrong answers and of its sample class:

| assignment | warm-up | grading one | recording one | on disk |
| --- | --- | --- | --- | --- |
{parts}

Workers grade side by side; one process records what they return, one submission at a time. So *N* submissions on *W*
workers take about

> warm-up + *N* × the larger of (grading one ÷ *W*) and (recording one)

which grows with the class as a straight line does. For the mean of these assignments that is

| submissions | one worker | two workers | eight workers |
| --- | --- | --- | --- |
{classes}

Beyond {most} workers, recording is what takes the time, and more workers do not help. A thousand submissions
take {hours:.2f} processor hours and {disk:.0f} MB of disk. Each worker holds {memory:.0f} MB of memory, most of it
libraries; what a notebook may add stands under `memory_mb` in the assignment's limits.

Grading again looks at every submission and grades what changed. A notebook that runs into a time limit costs up to that
limit, not milliseconds: a hundred endless loops in a class add a hundred times `call_seconds`, spread over the workers.
"""


def page(measured: list[Parts], size: int) -> str:
    """Return the text for the instructor guide; `size` is that of the classes that were measured."""
    names = ("start", "grade", "record", "disk_kb", "worker_mb")
    mean = Parts("all", *(statistics.fmean(getattr(one, name) for one in measured) for name in names))
    return PAGE.format(
        processors=os.cpu_count(), system=platform.system(), python=platform.python_version(), size=size,
        parts="\n".join(
            f"| `{one.name}` | {one.start:.1f} s | {one.grade * 1000:.0f} ms | {one.record * 1000:.0f} ms "
            f"| {one.disk_kb:.0f} kB |" for one in measured
        ),
        classes="\n".join(
            f"| {count:,} | " + " | ".join(_words(seconds(mean, count, workers)) for workers in (1, 2, 8)) + " |"
            for count in (100, 1_000, 10_000, 100_000)
        ),
        most=max(1, round(mean.grade / mean.record)), hours=1000 * (mean.grade + mean.record) / 3600,
        disk=mean.disk_kb * 1000 / 1024, memory=mean.worker_mb,
    )


def _words(amount: float) -> str:
    if amount < 90:
        return f"{amount:.0f} s"
    return f"{amount / 60:.0f} min" if amount < 5400 else f"{amount / 3600:.1f} h"


def main() -> int:
    """Measure and print the page."""
    options = argparse.ArgumentParser(description="Measure what a class costs.")
    options.add_argument("assignments", nargs="*")
    options.add_argument("--size", type=int, default=30)
    options.add_argument("--out", type=Path, help="a file to write the page to as well")
    given = options.parse_args()
    names = given.assignments or find_assignments(ROOT)
    text = page([measure(load_assignment(ROOT, name), given.size) for name in names], given.size)
    print(text)
    if given.out:
        given.out.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

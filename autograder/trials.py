"""Answers whose verdict is known, graded: each must get the score, and fail the tests, that it says."""

from __future__ import annotations

import secrets
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.assignment import (
    Answer,
    Assignment,
    load_answers,
    reference_notebook,
    release_notebook,
    with_answer,
)
from autograder.batch import Job, grade_many, local_pool, seed_for
from autograder.findings import Finding
from autograder.model import CellScore, Outcome, SubmissionReport
from autograder.settings import Isolation

_PROCESSES = 2


class Kind(StrEnum):
    """What is graded."""

    REFERENCE = "reference"
    RELEASE = "release"
    WRONG = "wrong"
    RIGHT = "right"


@dataclass(frozen=True)
class Trial:
    """One answer that was graded; it went as it should where it has no findings."""

    assignment: str
    exercise: str
    kind: Kind
    name: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Tally:
    """How one exercise's answers fared."""

    assignment: str
    exercise: str
    wrong_rejected: int
    wrong: int
    right_accepted: int
    right: int


@dataclass(frozen=True)
class Plan:
    """One notebook to grade, and what its report must be."""

    assignment: str
    exercise: str
    kind: Kind
    name: str
    where: str
    notebook: NotebookNode
    judge: Callable[[SubmissionReport], Iterator[str]]
    cure: str


def plans(assignment: Assignment, *, repeat: int = 1) -> tuple[Plan, ...]:
    """Return what `run` is to grade for one assignment; the reference `repeat` times, each with its own seed.

    Raises CourseError where an answer cannot be read.
    """
    name, where = assignment.name, str(assignment.notebook_path)
    reference, release = reference_notebook(assignment), release_notebook(assignment)
    found = [
        Plan(
            name, "", Kind.REFERENCE, str(number), where, reference, _judge_reference,
            "Correct that solution, or the hidden test.",
        )
        for number in range(repeat)
    ]
    found.append(
        Plan(
            name, "", Kind.RELEASE, "", f"the release of {where}", release, _judge_release,
            "Write the hidden tests so that a stub passes none of them.",
        )
    )
    for answer in load_answers(assignment):
        notebook = with_answer(assignment, answer.exercise, answer.source)
        kind = Kind.RIGHT if answer.right else Kind.WRONG
        found.append(
            Plan(
                name, answer.exercise, kind, answer.name, str(answer.path), notebook,
                _judge_of(answer), "Correct the hidden tests, or what this file says of itself.",
            )
        )
    return tuple(found)


def run(
    course_root: Path, planned: Sequence[Plan], *, seed: int | None = None,
    isolation: Isolation = Isolation.SANDBOX, executor: Executor | None = None,
) -> Iterator[Trial]:
    """Grade what is planned and yield each trial as it ends; hidden inputs are fresh, or come from `seed`."""
    with tempfile.TemporaryDirectory() as folder:
        jobs = {}
        for number, plan in enumerate(planned):
            path = Path(folder) / str(number) / f"{number}.ipynb"  # what lies beside a notebook is looked at too
            path.parent.mkdir()
            nbformat.write(plan.notebook, path)
            own_seed = secrets.randbits(48) if seed is None else seed_for(seed, _label(plan))
            jobs[Job(course_root, plan.assignment, "", path, own_seed, isolation, only=plan.exercise)] = plan
        if executor is not None:
            yield from _graded(jobs, executor)
            return
        with local_pool(_PROCESSES) as own:
            yield from _graded(jobs, own)


def _label(plan: Plan) -> str:
    return f"{plan.assignment}/{plan.exercise}/{plan.kind}/{plan.name}"


def _graded(jobs: dict[Job, Plan], executor: Executor) -> Iterator[Trial]:
    for job, graded in grade_many(list(jobs), executor):
        plan, report = jobs[job], graded.report
        ungraded = f"it could not be graded: {report.reason}"
        complaints = tuple(plan.judge(report)) if report.exercises else (ungraded,)
        findings = tuple(Finding(plan.where, f"{text} (seed {job.seed}).", plan.cure) for text in complaints)
        yield Trial(plan.assignment, plan.exercise, plan.kind, plan.name, findings)


def tallies(trials: Iterable[Trial]) -> tuple[Tally, ...]:
    """Return one line for each exercise that has answers, in the order in which they first came."""
    counts: dict[tuple[str, str], Counter[tuple[Kind, bool]]] = {}
    for trial in trials:
        if trial.kind in (Kind.WRONG, Kind.RIGHT):
            exercise = (trial.assignment, trial.exercise)
            counts.setdefault(exercise, Counter())[trial.kind, not trial.findings] += 1
    return tuple(
        Tally(
            *exercise,
            wrong_rejected=count[Kind.WRONG, True], wrong=count[Kind.WRONG, True] + count[Kind.WRONG, False],
            right_accepted=count[Kind.RIGHT, True], right=count[Kind.RIGHT, True] + count[Kind.RIGHT, False],
        )
        for exercise, count in counts.items()
    )


def _judge_reference(report: SubmissionReport) -> Iterator[str]:
    for cell in report.exercises:
        if cell.score != cell.max_score:
            yield (
                f"the course's own solution of {cell.id} gets {cell.score:g} of {cell.max_score:g} points; "
                f"{_as_text(_not_passed(cell)) or cell.reason}"
            )
    yield from _flags(report)


def _judge_release(report: SubmissionReport) -> Iterator[str]:
    for cell in report.exercises:
        if cell.score or cell.needs_review:
            passed = [test.name for test in cell.tests if test.outcome is Outcome.PASSED]
            what = ", ".join(passed) or "nothing"
            yield f"the stub of {cell.id} gets {cell.score:g} points; it passes {what}"


def _judge_of(answer: Answer) -> Callable[[SubmissionReport], Iterator[str]]:
    def judge(report: SubmissionReport) -> Iterator[str]:
        cell = next(cell for cell in report.exercises if cell.id == answer.exercise)
        found, said = _not_passed(cell), dict(answer.fails)
        chance = {name: outcome for name, outcome in answer.sometimes if found.get(name) == outcome}
        if cell.needs_review:
            yield f"a hidden test itself went wrong: {cell.reason}"
        if found != said | chance:
            yield f"expected to fail {_as_text(said) or 'nothing'}; found {_as_text(found) or 'nothing'}"
        if cell.score > answer.score + 1e-6 or (cell.score < answer.score - 1e-6 and not chance):
            yield f"expected {answer.score:g} points, found {cell.score:g}"
        recognised = {test.misconception for test in cell.tests if test.outcome is not Outcome.PASSED}
        if answer.misconception is not None and answer.misconception not in recognised:
            shown = ", ".join(sorted(filter(None, recognised))) or "none"
            yield f"expected its feedback to name the misconception {answer.misconception}, found {shown}"
        yield from _flags(report)

    return judge


def _flags(report: SubmissionReport) -> Iterator[str]:
    for flag in report.flags:
        yield f"an honest answer is flagged as tampering: {flag}"


def _not_passed(cell: CellScore) -> dict[str, Outcome]:
    return {test.name: test.outcome for test in cell.tests if test.outcome is not Outcome.PASSED}


def _as_text(tests: dict[str, Outcome]) -> str:
    return ", ".join(f"{name} ({outcome.value})" for name, outcome in tests.items())

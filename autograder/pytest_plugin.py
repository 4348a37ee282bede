"""What a hidden test is given in one grading, and its outcome as a `TestResult`.

Hidden tests run here, in the grader's process. A verdict is read from the test's own exception and nothing
else: no printed line, file or exit status of student code is evidence.
"""

from __future__ import annotations

import inspect
import os
import traceback
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from autograder import feedback
from autograder.errors import CourseError
from autograder.expect import UnexpectedValue
from autograder.model import Outcome, TestResult
from autograder.recognise import Mistakes
from autograder.replies import CellRun
from autograder.session import Session
from autograder.student import ExerciseClock, Student, StudentRaised, StudentStopped

_DETAIL_LENGTH = 4000


@dataclass(frozen=True)
class Verdict:
    """How one test ended, before it is put into words."""

    outcome: Outcome
    said: str = ""
    raised: tuple[str, ...] = ()
    ours: bool = False


class HiddenTests:
    """One grading of one notebook: what its tests are given, and a result from each."""

    def __init__(
        self, session: Session, exercise_runs: Mapping[str, CellRun], seed: int,
        misconceptions: Mapping[str, feedback.Explained], exercise_seconds: float, stubs: frozenset[str],
        exercises: frozenset[str],
    ) -> None:
        self._session = session
        self._runs = exercise_runs
        self._seed = seed
        self._misconceptions = misconceptions
        self._clock = ExerciseClock(session, exercise_seconds)
        self._stubs = stubs
        self._exercises = exercises
        self.results: list[TestResult] = []

    def judges(self, item: pytest.Item) -> bool:
        """Tell whether a test is for an exercise that is judged; one without a marker is kept, to be complained of."""
        return _exercise_named(item) in (*self._exercises, None)

    def student(self, item: pytest.Item) -> Student:
        """Return the student's notebook, at arm's length, as one test sees it."""
        exercise, _ = exercise_of(item)
        return Student(self._session, self._runs, self._clock, exercise)

    def rng(self, item: pytest.Item) -> np.random.Generator:
        """Return a generator of fresh inputs, reproducible from the recorded seed and the test's name."""
        return np.random.default_rng([self._seed, zlib.crc32(item.name.encode())])

    def record(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        """Turn the end of a test into a result."""
        exercise, weight = exercise_of(item)
        arguments: dict[str, Any] = getattr(item, "funcargs", {})
        error = call.excinfo.value if call.excinfo else None
        verdict = judge(error, in_call=call.when == "call")
        mistake = None
        if verdict.outcome in (Outcome.FAILED, Outcome.RAISED) and not verdict.ours:
            mistakes = arguments.get("mistakes")
            if isinstance(mistakes, Mistakes):
                mistake = mistakes.match(verdict.raised)
        detail = ""
        if call.excinfo is not None:
            # the hidden test's source and values: for the instructor's report only
            lines = traceback.format_exception(call.excinfo.type, call.excinfo.value, call.excinfo.tb)
            # without the folder, which is another on another machine
            detail = "".join(lines).replace(f"{item.path.parent}{os.sep}", "")[-_DETAIL_LENGTH:]
        message = feedback.sentence(
            behaviour=inspect.cleandoc(getattr(item, "function", item).__doc__ or item.name),
            verdict_outcome=verdict.outcome, said=verdict.said, raised=verdict.raised, ours=verdict.ours,
            unanswered=exercise in self._stubs and verdict.outcome is not Outcome.PASSED,
            explained=self._misconceptions.get(mistake) if mistake else None,
        )
        self.results.append(
            TestResult(
                item.name, exercise, weight, verdict.outcome, message, mistake, detail, verdict.ours,
                seconds=round(call.duration, 6),
            )
        )


def _exercise_named(item: pytest.Item) -> str | None:
    """Return the exercise that a test's marker names; None where there is no such marker."""
    marker = item.get_closest_marker("exercise")
    return None if marker is None or not marker.args else str(marker.args[0])


def exercise_of(item: pytest.Item) -> tuple[str, float]:
    """Return a hidden test's exercise and weight; raises CourseError where its marker is missing or wrong."""
    marker = item.get_closest_marker("exercise")
    if marker is None or len(marker.args) != 1:
        raise CourseError(
            f"hidden test {item.name}", expected='@pytest.mark.exercise("<id>", weight=<number>)',
            found="no such marker", cure="Name the exercise that the test belongs to.",
        )
    return str(marker.args[0]), float(marker.kwargs.get("weight", 1))


def judge(error: BaseException | None, *, in_call: bool) -> Verdict:
    """Read a test's verdict from the exception that ended it, and say whose fault it was."""
    match error:
        case None:
            return Verdict(Outcome.PASSED)
        case StudentStopped(outcome=outcome, sentence=said):
            return Verdict(outcome, said)
        case StudentRaised(raised=raised, sentence=said):
            return Verdict(Outcome.RAISED, said, raised.bases)
        case UnexpectedValue(sentence=said):
            return Verdict(Outcome.FAILED, said)
        case AssertionError() | pytest.fail.Exception() if in_call:
            return Verdict(Outcome.FAILED)
        case pytest.skip.Exception():
            return Verdict(Outcome.SKIPPED)
    return Verdict(Outcome.SKIPPED, ours=True)

"""The `student` fixture, the `exercise` marker, each hidden test's outcome as a `TestResult`.

Hidden tests run here, in the grader's process. A verdict is read from the test's own exception and nothing
else: no printed line, file or exit status of student code is evidence.
"""

from __future__ import annotations

import contextlib
import inspect
import io
import os
import sys
import traceback
import zlib
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

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
    """The pytest plugin of one grading: gives tests their fixtures and collects a result from each."""

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
        self.broken: str = ""

    def pytest_configure(self, config: pytest.Config) -> None:
        """Register the marker that ties a test to its exercise."""
        config.addinivalue_line("markers", "exercise(id, weight=1): the exercise that a hidden test belongs to")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out the tests of exercises that are not judged."""
        items[:] = [item for item in items if _exercise_named(item) in (*self._exercises, None)]

    @pytest.fixture
    def student(self, request: pytest.FixtureRequest) -> Student:
        """The student's notebook, at arm's length."""
        exercise, _ = exercise_of(request.node)
        return Student(self._session, self._runs, self._clock, exercise)

    @pytest.fixture
    def rng(self, request: pytest.FixtureRequest) -> np.random.Generator:
        """Return a generator of fresh inputs, reproducible from the recorded seed and the test's name."""
        return np.random.default_rng([self._seed, zlib.crc32(request.node.name.encode())])

    @pytest.fixture
    def mistakes(self) -> Mistakes:
        """What known misconceptions would have returned."""
        return Mistakes()

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Remember that a test file could not be read: that is the course's fault."""
        if report.failed:
            self.broken = str(report.longrepr)[-_DETAIL_LENGTH:]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """Turn the end of one phase of one test into a result.

        pytest's own report is not asked for: it reads the source of every frame, which takes longer than the test.
        """
        if call.when == "call" or call.excinfo is not None:
            self._record(item, call)
        outcome: Literal["passed", "failed"] = "passed" if call.excinfo is None else "failed"
        when = cast("Literal['setup', 'call', 'teardown']", call.when)  # a collection has no makereport
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, when)

    def _record(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        exercise, weight = exercise_of(item)
        arguments: dict[str, Any] = getattr(item, "funcargs", {})
        error = call.excinfo.value if call.excinfo else None
        verdict = judge(error, in_call=call.when == "call")
        mistake = None
        if verdict.outcome in (Outcome.FAILED, Outcome.RAISED) and not verdict.ours:
            student, mistakes = arguments.get("student"), arguments.get("mistakes")
            if isinstance(mistakes, Mistakes) and isinstance(student, Student):
                mistake = mistakes.match(student.replies, verdict.raised)
        detail = ""
        if call.excinfo is not None:
            # the hidden test's source and values: for the instructor's report only
            lines = traceback.format_exception(call.excinfo.type, call.excinfo.value, call.excinfo.tb)
            detail = "".join(lines)[-_DETAIL_LENGTH:]
        message = feedback.sentence(
            behaviour=inspect.cleandoc(getattr(item, "function", item).__doc__ or item.name),
            verdict_outcome=verdict.outcome, said=verdict.said, raised=verdict.raised, ours=verdict.ours,
            unanswered=exercise in self._stubs and verdict.outcome is not Outcome.PASSED,
            explained=self._misconceptions.get(mistake) if mistake else None,
        )
        self.results.append(
            TestResult(item.name, exercise, weight, verdict.outcome, message, mistake, detail, verdict.ours)
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


def run_hidden_tests(tests_path: Path, plugin: HiddenTests) -> tuple[TestResult, ...]:
    """Run one file of hidden tests with `plugin`; raises CourseError where the file cannot be collected."""
    arguments = [
        str(tests_path), f"--rootdir={tests_path.parent}", f"--config-file={os.devnull}", "--noconftest",
        "--import-mode=importlib", "--disable-plugin-autoload", "-p", "no:cacheprovider", "-p", "no:terminal",
        "-p", "no:faulthandler", "-p", "no:threadexception", "-p", "no:unraisableexception", "-p", "no:logging",
        "-p", "no:junitxml", "-p", "no:doctest", "-p", "no:stepwise", "-p", "no:pastebin",
        "--capture=no", "--strict-markers", "-W", "ignore",
    ]
    with _without_pytest_variables(), _read_anew(tests_path.stem), contextlib.redirect_stdout(io.StringIO()):
        status = pytest.main(arguments, plugins=[plugin])
    if plugin.broken or status in (pytest.ExitCode.INTERNAL_ERROR, pytest.ExitCode.USAGE_ERROR):
        raise CourseError(
            f"hidden tests {tests_path}", expected="a file that pytest can collect and run",
            found=plugin.broken.strip().splitlines()[-1] if plugin.broken else f"pytest status {int(status)}",
            cure="Run `autograder check` after mending it.",
        )
    return tuple(plugin.results)


@contextlib.contextmanager
def _read_anew(module: str) -> Generator[None, None, None]:
    """Let pytest import the hidden tests from their file: it would take any module of that name that is loaded.

    In a process that lives long, as formgrader's and a cluster's do, that may be another course's, or these tests
    as they were before they were corrected.
    """
    loaded = sys.modules.pop(module, None)
    try:
        yield
    finally:
        sys.modules.pop(module, None)
        if loaded is not None:
            sys.modules[module] = loaded


@contextlib.contextmanager
def _without_pytest_variables() -> Generator[None, None, None]:
    """Hide PYTEST_ADDOPTS and PYTEST_PLUGINS: the caller's pytest settings are not the hidden tests'."""
    hidden = {name: os.environ.pop(name) for name in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS") if name in os.environ}
    current = os.environ.get("PYTEST_CURRENT_TEST")
    try:
        yield
    finally:
        os.environ.update(hidden)
        if current is not None:
            os.environ["PYTEST_CURRENT_TEST"] = current

"""The pytest plugin: one file of hidden tests, collected once a process and run again for each submission.

It gives tests the `student`, `rng` and `mistakes` fixtures and the `exercise` marker.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import os
import sys
from collections.abc import Generator
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

import numpy as np
import pytest

from autograder.errors import CourseError
from autograder.model import TestResult
from autograder.pytest_plugin import HiddenTests
from autograder.recognise import Mistakes
from autograder.student import Student

_DETAIL_LENGTH = 4000


class CollectedTests:
    """The tests of one file, and what pytest asks of them. Collecting takes longer than most notebooks' tests run."""

    def __init__(self, tests_path: Path) -> None:
        self._grading: HiddenTests | None = None
        self._items: tuple[pytest.Item, ...] = ()
        self._running: pytest.Item | None = None
        self._broken = ""
        sys.modules.pop(tests_path.stem, None)  # pytest would take a file of the same name for this one
        # in a path, pytest takes these for the beginning of a test's name
        apart = any(sign in str(tests_path) for sign in ("[", "::"))
        where = contextlib.chdir(tests_path.parent) if apart else contextlib.nullcontext()
        arguments = [
            tests_path.name if apart else str(tests_path),
            f"--rootdir={tests_path.parent}", f"--config-file={os.devnull}", "--noconftest",
            "--import-mode=importlib", "--disable-plugin-autoload", "-p", "no:cacheprovider", "-p", "no:terminal",
            "-p", "no:faulthandler", "-p", "no:threadexception", "-p", "no:unraisableexception", "-p", "no:logging",
            "-p", "no:junitxml", "-p", "no:doctest", "-p", "no:stepwise", "-p", "no:pastebin",
            "-p", "no:capture", "-p", "no:debugging", "-p", "no:setuponly", "-p", "no:setupplan", "-p", "no:unittest",
            "--strict-markers", "-W", "ignore",
        ]
        with where, _without_pytest_variables(), contextlib.redirect_stdout(io.StringIO()):
            status = pytest.main(arguments, plugins=[self])
        if status == pytest.ExitCode.INTERRUPTED and not self._broken:
            raise KeyboardInterrupt  # pytest keeps it to itself
        if self._broken or status in (pytest.ExitCode.INTERNAL_ERROR, pytest.ExitCode.USAGE_ERROR):
            raise _cannot_run(
                tests_path,
                self._broken.strip().splitlines()[-1] if self._broken else f"pytest status {int(status)}",
            )

    def run(self, grading: HiddenTests) -> tuple[TestResult, ...]:
        """Run the tests of the exercises that `grading` judges, in the order of the file."""
        items = [item for item in self._items if grading.judges(item)]
        self._grading = grading
        with _without_pytest_variables(), contextlib.redirect_stdout(io.StringIO()):
            for item, following in itertools.zip_longest(items, items[1:]):
                self._running = item
                item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
        return tuple(grading.results)

    def pytest_configure(self, config: pytest.Config) -> None:
        """Register the marker that ties a test to its exercise."""
        config.addinivalue_line("markers", "exercise(id, weight=1): the exercise that a hidden test belongs to")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Remember that a test file could not be read: that is the course's fault."""
        if report.failed:
            self._broken = str(report.longrepr)[-_DETAIL_LENGTH:]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Keep what was collected, and run none of it now."""
        self._items = tuple(session.items)
        return True

    # None of these asks for `request`: pytest makes a new one each time, and reads a signature to do so.

    @pytest.fixture
    def student(self) -> Student:
        """The student's notebook, at arm's length."""
        assert self._grading is not None
        assert self._running is not None
        return self._grading.student(self._running)

    @pytest.fixture
    def rng(self) -> np.random.Generator:
        """Fresh inputs."""
        assert self._grading is not None
        assert self._running is not None
        return self._grading.rng(self._running)

    @pytest.fixture
    def mistakes(self, student: Student) -> Mistakes:
        """What known misconceptions would have returned."""
        return Mistakes(student.replies)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """Turn the end of one phase of one test into a result.

        pytest's own report is not asked for: it reads the source of every frame, which takes longer than the test.
        """
        if self._grading is not None and (call.when == "call" or call.excinfo is not None):
            self._grading.record(item, call)
        outcome: Literal["passed", "failed"] = "passed" if call.excinfo is None else "failed"
        when = cast("Literal['setup', 'call', 'teardown']", call.when)  # a collection has no makereport
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, when)


def run_hidden_tests(tests_path: Path, grading: HiddenTests) -> tuple[TestResult, ...]:
    """Run one file of hidden tests for `grading`; raises CourseError where the file cannot be collected or run."""
    facts = tests_path.stat()
    try:
        return _collected(tests_path, facts.st_mtime_ns, facts.st_size).run(grading)
    except Exception as error:
        _collected.cache_clear()  # a run that broke off leaves pytest's fixtures half torn down
        if isinstance(error, CourseError):
            raise
        raise _cannot_run(tests_path, f"{type(error).__name__}: {error}") from error


@lru_cache(maxsize=8)
def _collected(tests_path: Path, _modified: int, _size: int) -> CollectedTests:
    return CollectedTests(tests_path)


def _cannot_run(tests_path: Path, found: str) -> CourseError:
    return CourseError(
        f"hidden tests {tests_path}", expected="a file that pytest can collect and run", found=found,
        cure="Run `autograder check` after mending it.",
    )


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

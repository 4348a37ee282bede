"""Grading in the process of the tests, in their one warm sandbox: a pool of its own would cost seconds to start."""

from __future__ import annotations

import contextlib
import sys
from concurrent.futures import Executor, Future

import pytest

from autograder import batch, cli
from autograder.commands import grade as grade_command


class Here(Executor):
    """Does each job when it is submitted."""

    def submit(self, function, /, *arguments, **more):
        future: Future = Future()
        try:
            future.set_result(function(*arguments, **more))
        except Exception as error:  # as a pool would hand it on
            future.set_exception(error)
        return future


def grade(monkeypatch, sandbox, course, assignment, *more):
    """Run `autograder grade` in this process and return its exit status."""
    with monkeypatch.context() as changed:
        changed.setattr(batch, "_warm_sandbox", lambda isolation: sandbox)
        changed.setattr(grade_command, "executor", lambda *_: contextlib.nullcontext(Here()))
        changed.setattr(sys, "argv", ["autograder", "grade", assignment, "--course", str(course), *more])
        with pytest.raises(SystemExit) as ended:
            cli.main()
    return ended.value.code

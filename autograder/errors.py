"""Every error raised here: one root, two branches, facts as attributes, picklable.

`SubmissionError` is the student's: it becomes a mark and a sentence, and a batch goes on.
`GraderError` is ours or the instructor's: it never becomes a mark.
"""

from __future__ import annotations

from typing import Any, Self


class AutograderError(Exception):
    """Root of every error this package raises; keyword facts become attributes and survive pickling."""

    def __init__(self, message: str, **facts: Any) -> None:  # noqa: ANN401  (a fact may be any plain value)
        super().__init__(message)
        self.message = message
        self.__dict__.update(facts)

    def __reduce__(self) -> tuple[Any, ...]:
        facts = {name: fact for name, fact in self.__dict__.items() if name != "message"}
        return _rebuild, (type(self), self.message, facts)

    @classmethod
    def _rebuilt(cls, message: str, facts: dict[str, Any]) -> Self:
        error = cls.__new__(cls)
        AutograderError.__init__(error, message, **facts)
        return error


def _rebuild(kind: type[AutograderError], message: str, facts: dict[str, Any]) -> AutograderError:
    return kind._rebuilt(message, facts)


class SubmissionError(AutograderError):
    """Something about a student's file: it is marked with a reason and the batch goes on."""


class UnreadableSubmission(SubmissionError):
    """A file that cannot be read as this assignment's notebook; `reason` says why, `cure` what to do."""

    reason: str
    cure: str

    def __init__(self, reason: str, cure: str) -> None:
        super().__init__(f"{reason} {cure}", reason=reason, cure=cure)


class GraderError(AutograderError):
    """A fault of ours or of the instructor's set-up: it never writes a score."""


class UsageError(GraderError):
    """A command was given something it cannot use (exit status 2)."""


class CourseError(GraderError):
    """The course itself is wrong; the four facts make the sentence (exit status 2)."""

    thing: str
    expected: str
    found: str
    cure: str

    def __init__(self, thing: str, *, expected: str, found: str, cure: str) -> None:
        super().__init__(
            f"{thing}: expected {expected}, found {found}. {cure}",
            thing=thing, expected=expected, found=found, cure=cure,
        )


class IsolationUnavailable(GraderError):
    """This machine lacks a protection; `missing` names it (exit status 2)."""

    missing: tuple[str, ...]


class WorkerError(GraderError):
    """The sandbox did not start, or the worker itself stopped: our fault, never the student's."""


class GradebookError(GraderError):
    """nbgrader's database could not be read or written; nothing was changed."""

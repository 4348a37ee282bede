"""Every limit and path with default, unit and help text."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from autograder.errors import CourseError


class Isolation(StrEnum):
    """How student code is kept from the machine: `sandbox`, or `none` at one's own risk."""

    SANDBOX = "sandbox"
    NONE = "none"


class Format(StrEnum):
    """Who reads the file: the Canvas gradebook, Moodle's grade import, or a person's own program."""

    CANVAS = "canvas"
    MOODLE = "moodle"
    CSV = "csv"


class Match(StrEnum):
    """What Moodle finds a student by: nbgrader's student id, e-mail address or LMS user id."""

    USERNAME = "username"
    EMAIL = "email"
    IDNUMBER = "idnumber"


def _limit(default: float, unit: str, text: str) -> Any:  # noqa: ANN401  (dataclasses.field is typed so)
    return field(default=default, metadata={"unit": unit, "help": text})


@dataclass(frozen=True)
class Limits:
    """What one submission may use; every field may be set in `[limits]` of an assignment.toml."""

    cell_seconds: float = _limit(10.0, "s", "wall time of one notebook cell")
    call_seconds: float = _limit(10.0, "s", "wall time of one call from a hidden test")
    exercise_seconds: float = _limit(20.0, "s", "wall time of all hidden tests of one exercise")
    total_seconds: float = _limit(300.0, "s", "wall time of one submission, new starts included")
    cpu_seconds: float = _limit(300.0, "s", "processor time of one child, a backstop to the wall times")
    memory_mb: float = _limit(2048, "MiB", "memory one child may add to the warm worker's")
    file_mb: float = _limit(32, "MiB", "size of one file a child may write")
    scratch_mb: float = _limit(256, "MiB", "size of all files of one child together")
    scratch_files: float = _limit(2000, "files", "number of files of one child")
    open_files: float = _limit(64, "files", "files one child may hold open")
    threads: float = _limit(256, "threads", "threads one child may run at once")
    output_kb: float = _limit(512, "KiB", "text one cell may print; the rest is cut, with a note")
    display_mb: float = _limit(8, "MiB", "pictures and tables one notebook may show")
    reply_mb: float = _limit(32, "MiB", "size of one value a hidden test may get back")
    submission_mb: float = _limit(20, "MiB", "size of a submitted notebook")
    submission_cells: float = _limit(2000, "cells", "number of cells of a submitted notebook")
    restarts: float = _limit(40, "children", "new children one submission may need after killing one")

    def merged(self, changes: dict[str, Any], thing: str) -> Limits:
        """Return these limits with `changes` from a file called `thing`; raises CourseError for a bad one."""
        known = {limit.name: limit for limit in fields(self)}
        for name, value in changes.items():
            if name not in known:
                raise CourseError(
                    f"{thing} [limits]", expected="one of " + ", ".join(known),
                    found=repr(name), cure="Correct the name or remove the line.",
                )
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e6:
                raise CourseError(
                    f"{thing} [limits] {name}", expected=f"a positive number ({known[name].metadata['unit']})",
                    found=repr(value), cure="Give a number above 0.",
                )
        return dataclasses.replace(self, **changes)


SOURCE_FOLDER = "solutions"
RELEASE_FOLDER = "exercises"
SUBMITTED_FOLDER = "submitted"
AUTOGRADED_FOLDER = "autograded"
FEEDBACK_FOLDER = "feedback"
REPORTS_FOLDER = "reports"

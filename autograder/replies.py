"""The frozen records of a session: cells to run, and what became of them and of calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from autograder.model import Outcome


@dataclass(frozen=True)
class Cell:
    """One code cell to run; a `check`, which defines nothing for others, is not run again in a later child.

    What was `added` is neither an answer nor the course's, so that it may be left out where it takes long.
    """

    key: str
    source: str
    check: bool = False
    added: bool = False


@dataclass(frozen=True)
class CellRun:
    """What became of one cell; `outcome` is PASSED where it ran to its end, RAISED where an exception ended it."""

    outcome: Outcome
    outputs: tuple[dict[str, Any], ...] = ()
    error: str = ""
    sentence: str = ""


@dataclass(frozen=True)
class Raised:
    """An exception in the student's code: its kind among the builtins; its text is for instructors only."""

    bases: tuple[str, ...]
    own: str
    text: str
    out_of_memory: bool


@dataclass(frozen=True)
class Reply:
    """The answer to one request: a value, an exception, or an outcome with a sentence that says why not."""

    outcome: Outcome
    value: Any = None
    after: Any = None
    raised: Raised | None = None
    sentence: str = ""
    seconds: float = 0.0  # what the request cost, a new child's start not included: see Patience.seconds_used

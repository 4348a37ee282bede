"""What becomes of cells and calls: the frozen records of a session, read from what a child has sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from autograder.model import Outcome
from autograder.protocol import ProtocolError, decode
from autograder.settings import Limits

_MOST_TEXT = 1000
_SIGKILL, _SIGXCPU, _SIGXFSZ = 9, 24, 25


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


def read_reply(message: dict[str, Any], limits: Limits) -> Reply:
    """Return what a child has sent as a reply; raises ProtocolError where it is none."""
    match message:
        case {"kind": "value"}:
            return Reply(
                Outcome.PASSED, value=decode(message.get("value")), after=decode(message.get("after"))
            )
        case {"kind": "raised", "bases": list(bases), "own": str(own), "text": str(text)}:
            starved = bool(message.get("out_of_memory"))
            kinds = tuple(base for base in bases[:20] if _is_name(base))
            raised = Raised(kinds, own if _is_name(own) else "", text[:_MOST_TEXT], starved)
            outcome = Outcome.OUT_OF_MEMORY if starved else Outcome.RAISED
            return Reply(outcome, raised=raised, sentence=_memory_sentence(limits) if starved else "")
        case {"kind": "too_large"}:
            return Reply(
                Outcome.FAILED,
                sentence=f"It returned more than {limits.reply_mb:g} MiB, or a value nested too deep.",
            )
    raise ProtocolError("a reply of no known kind")


def cell_run(reply: Reply, outputs: Sequence[dict[str, Any]]) -> CellRun:
    """Return what became of the cell that `reply` is about, with what may be shown of its outputs."""
    error = reply.raised.own or reply.raised.bases[0] if reply.raised and reply.raised.bases else ""
    return CellRun(reply.outcome, tuple(outputs), error, reply.sentence)


def capital(text: str) -> str:
    """Return `text` with its first letter large, to open a sentence."""
    return text[:1].upper() + text[1:]


def death_sentence(what: str, signal: int) -> str:
    """Return the sentence for `what` (this cell, the call) that ended its process, with `signal` or 0 for none."""
    why = {
        0: "for example by os._exit", 11: "by a segmentation fault, for example from endless recursion",
        6: "by an abort inside a library", 7: "by a bus error", _SIGXCPU: "by using too much processor time",
        _SIGXFSZ: "by writing too large a file", _SIGKILL: "by killing it",
    }.get(signal, f"with signal {signal}")
    return f"{capital(what)} ended the Python process ({why}). A function should return, not end Python."


def _memory_sentence(limits: Limits) -> str:
    return f"It asked for more memory than the {limits.memory_mb:g} MiB that grading allows."


def _is_name(text: Any) -> bool:  # noqa: ANN401  (whatever came back)
    return isinstance(text, str) and text.isidentifier() and len(text) <= 100

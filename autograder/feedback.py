"""Pure: a report to what this student may read.

No hidden input, expected value or text of an exception appears here: an exception's text is the student's
to choose, and could carry a hidden input out.
"""

from __future__ import annotations

import builtins
import os
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from autograder.model import CellScore, Outcome, TestResult

NOT_DONE = "Yours does not."
NOT_ANSWERED = "(Not answered yet.)"
MARK = "autograder_feedback"  # in an output's metadata: this output is feedback, not the student's

_MARKS = {Outcome.PASSED: "✓", Outcome.SKIPPED: "–"}


@dataclass(frozen=True)
class Explained:
    """One misconception in words: what was probably done and why it matters, and where the book explains it."""

    sentence: str
    read: str


def sentence(
    *, behaviour: str, verdict_outcome: Outcome, said: str = "", raised: tuple[str, ...] = (),
    ours: bool = False, unanswered: bool = False, explained: Explained | None = None,
) -> str:
    """Return what the student reads about one hidden test.

    `behaviour` is the test's docstring, `said` a sentence about what came back, `raised` the builtin names of
    an exception's classes, `explained` a recognised misconception.
    """
    behaviour = " ".join(behaviour.split())
    if ours:
        return f"{behaviour} (This could not be judged: the grader is at fault, and your instructor has been told.)"
    if verdict_outcome is Outcome.PASSED:
        return behaviour
    if unanswered:
        return f"{behaviour} {NOT_ANSWERED}"
    parts = [behaviour]
    if said:
        parts.append(said)
    elif verdict_outcome is Outcome.RAISED:
        parts.append(_raised_sentence(raised))
    elif verdict_outcome is Outcome.FAILED and explained is None:
        parts.append(NOT_DONE)
    return " ".join(parts) + (_explanation(explained) if explained is not None else "")


def without_explanation(message: str, explained: Explained) -> str:
    """Return what `sentence` says of a test before it explains the misconception."""
    return message.removesuffix(_explanation(explained))


def _explanation(explained: Explained) -> str:
    return f" {explained.sentence} Read: {explained.read}."


def _raised_sentence(raised: tuple[str, ...]) -> str:
    """Name the exception only if Python itself has it: a name of the student's own could carry a message."""
    name = next((name for name in raised if isinstance(getattr(builtins, name, None), type)), "Exception")
    if name == "SystemExit":
        return "Yours called `sys.exit`, which ends Python; a function should return a value instead."
    if name == "NotImplementedError":
        return "Yours still raises NotImplementedError: the stub was left in."
    own = "" if raised and raised[0] == name else " (an exception of your own kind)"
    return f"Yours raised {name}{own}."


def as_text(cell: CellScore, hints: tuple[str, ...] = ()) -> str:
    """Return one exercise's feedback as plain text, a line per hidden test."""
    lines = [f"{cell.id}: {cell.score:g} of {cell.max_score:g} points"]
    if cell.reason:
        lines.append(cell.reason)
    shown = _without_repetition(cell.tests)
    lines += [
        f"{_MARKS.get(test.outcome, '✗')} {message}" for test, message in zip(cell.tests, shown, strict=True)
    ]
    if cell.score < cell.max_score:
        lines += [f"Hint: {hint}" for hint in hints[:1]]
    return "\n".join(lines)


def as_html(cell: CellScore, hints: tuple[str, ...] = ()) -> str:
    """Return one exercise's feedback as an HTML fragment without script, style sheet or link to elsewhere."""
    parts = [f"<p><strong>{escape(cell.id)}: {cell.score:g} of {cell.max_score:g} points</strong></p>"]
    if cell.reason:
        parts.append(f"<p>{escape(cell.reason)}</p>")
    parts.append("<ul>")
    for test, message in zip(cell.tests, _without_repetition(cell.tests), strict=True):
        word = "passed" if test.outcome is Outcome.PASSED else test.outcome.value.replace("_", " ")
        mark = _MARKS.get(test.outcome, "✗")
        parts.append(f"<li>{mark} <strong>{word}</strong>: {with_code(message)}</li>")
    parts.append("</ul>")
    if cell.score < cell.max_score and hints:
        parts.append(f"<p>Hint: {with_code(hints[0])}</p>")
    return "".join(parts)


def _without_repetition(tests: Sequence[TestResult]) -> list[str]:
    """Return each test's message; a misconception is explained where it shows first and referred to afterwards."""
    explained: dict[str, str] = {}
    messages = []
    for test in tests:
        message = test.message
        if test.misconception is not None:
            first = explained.setdefault(test.misconception, message)
            ends = [first[::-1], message[::-1]]  # the explanation ends the message
            shared = os.path.commonprefix(ends)[::-1]  # noqa: RUF071  (characters are what is compared)
            _, stop, explanation = shared.partition(". ")
            if first is not message and stop:
                message = message.removesuffix(explanation) + "(For the reason given above.)"
        messages.append(message)
    return messages


def with_code(text: str) -> str:
    """Return `text` as HTML, escaped, with what stands between backticks marked as code."""
    pieces = escape(text).split("`")
    if len(pieces) % 2 == 0:  # a backtick without its partner: leave the text as it is
        return escape(text)
    return "".join(f"<code>{piece}</code>" if i % 2 else piece for i, piece in enumerate(pieces))

"""Charts as numbers: where each bar of a picture lies, and the sentence that says what it shows.

The templates draw them. A picture is as wide as a phone, so that its words stay readable there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.pages import counted, percent

WIDTH = 340.0
_ROW = 38.0
_LONGEST_LABEL = 40


@dataclass(frozen=True)
class Bar:
    """One bar with its two labels."""

    x: float
    y: float
    width: float
    height: float
    label: str
    value: str


@dataclass(frozen=True)
class Chart:
    """One picture: its size, its bars, its title, and in words what one sees."""

    id: str
    title: str
    words: str
    width: float
    height: float
    bars: tuple[Bar, ...]


def histogram(id_: str, title: str, counts: Sequence[int]) -> Chart:
    """Return columns of how many scores lie in each part of the points."""
    height, foot, head, left = 190.0, 34.0, 20.0, 4.0
    most = max([*counts, 1])
    step = (WIDTH - 2 * left) / len(counts)
    bars, words = [], []
    for place, count in enumerate(counts):
        tall = (height - foot - head) * count / most
        edges = f"{100 * place // len(counts)} to {100 * (place + 1) // len(counts)} %"
        bars.append(
            Bar(left + place * step + 1, height - foot - tall, step - 2, tall, edges, str(count) if count else "")
        )
        if count:
            words.append(f"{edges} of the points: {counted(count, 'student')}")
    return Chart(id_, title, "; ".join(words) or "no scores", WIDTH, height, tuple(bars))


def rows(id_: str, title: str, values: Sequence[tuple[str, float, str]]) -> Chart:
    """Return one lying bar for each (label, share of the full width, label of the value)."""
    bars = tuple(
        Bar(0, place * _ROW + 18, round(WIDTH * share, 1), 12, _cut(label), said)
        for place, (label, share, said) in enumerate(values)
    )
    words = "; ".join(f"{label}: {said}" for label, _, said in values)
    return Chart(id_, title, words or "nothing", WIDTH, len(values) * _ROW + 2, bars)


def shares(id_: str, title: str, values: Sequence[tuple[str, float]]) -> Chart:
    """Return one lying bar for each (label, share of 1)."""
    return rows(id_, title, [(label, share, percent(share)) for label, share in values])


def tallies(id_: str, title: str, values: Sequence[tuple[str, int]], of: int) -> Chart:
    """Return one lying bar for each (label, number of students), out of `of` students."""
    return rows(
        id_, title, [(label, number / max(of, 1), counted(number, "student")) for label, number in values]
    )


def _cut(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1] + "…"

"""Tells whether what came back equals what a known misconception would have returned."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.expect import count
from autograder.protocol import Opaque, TensorValue

RELATIVE = 1e-6
FLOAT32_RELATIVE = 1e-4

# A larger reply is no value that a misconception returns. What a predicate makes of a smaller one, stretching each
# part of it along all the others, takes less than 50 MB as float64.
MOST_VALUES = 100_000
MOST_STRETCHED = 6_000_000
_TOO_LARGE = Opaque("reply that is too large to compare")


@dataclass
class Mistakes:
    """What known misconceptions would have returned in one test, declared before its assertion.

    Call it with `id=value` (compared to a relative 1e-6; 1e-4 for float32) or `id=predicate`, and with
    `on_raise={id: "ZeroDivisionError"}` for one that shows as an exception. `replies` is the list that the test's
    student keeps: a misconception is looked for in the last of them, and in those since it was declared. What came
    before answered other calls, and a right answer to those may look like a wrong one to this.
    """

    replies: list[Any] = field(default_factory=list)
    known: dict[str, tuple[Any, int]] = field(default_factory=dict)
    on_raise: dict[str, str] = field(default_factory=dict)

    def __call__(self, *, on_raise: Mapping[str, str] | None = None, **known: Any) -> None:  # noqa: ANN401, D102
        self.known.update({name: (expected, len(self.replies)) for name, expected in known.items()})
        self.on_raise.update(on_raise or {})

    def match(self, raised: tuple[str, ...]) -> str | None:
        """Return the first declared misconception that one of the replies, the last first, or `raised` shows.

        Where the test ended with an exception no reply is evidence: those before it were right, and none came then.
        """
        for name, kind in self.on_raise.items():
            if kind in raised:
                return name
        if raised:
            return None
        last = len(self.replies) - 1
        for place in range(last, -1, -1):
            candidates = [
                (name, expected) for name, (expected, declared) in self.known.items()
                if place == last or place >= declared
            ]
            reply = self.replies[place] if candidates and _is_comparable(self.replies[place]) else _TOO_LARGE
            for name, expected in candidates:
                if _matches(reply, expected):
                    return name
        return None


def _matches(reply: Any, expected: Any) -> bool:  # noqa: ANN401
    if not isinstance(expected, Callable):  # type: ignore[arg-type]
        return _holds(lambda got: same(got, expected), reply)
    if isinstance(reply, TensorValue) and not reply.requires_grad and _holds(expected, reply.array):
        return True  # what is said of arrays holds of a tensor that is taken for one
    return _holds(expected, reply)


def _holds(predicate: Callable[[Any], Any], reply: Any) -> bool:  # noqa: ANN401
    try:
        return bool(predicate(reply))
    except Exception:  # a MemoryError too
        return False


def _is_comparable(reply: Any) -> bool:  # noqa: ANN401
    if count(reply, MOST_VALUES) > MOST_VALUES:
        return False
    axes: dict[int, int] = {}
    _note_shapes(reply, axes)
    return math.prod(axes.values()) <= MOST_STRETCHED


def _note_shapes(value: Any, axes: dict[int, int]) -> tuple[int, ...]:  # noqa: ANN401
    """Return the shape that NumPy gives to a part of a reply; note in `axes`, from the last, the longest of all parts.

    Their product bounds what NumPy makes of any parts together. A text counts as an axis of its own: in an array
    each item takes the room of the longest.
    """
    shape: tuple[int, ...] = ()
    if isinstance(value, TensorValue | np.ndarray):
        shape = value.array.shape if isinstance(value, TensorValue) else value.shape
    elif isinstance(value, str):
        axes[-1] = max(axes.get(-1, 1), len(value))
    elif isinstance(value, dict):
        for part in (*value, *value.values()):
            _note_shapes(part, axes)
    elif isinstance(value, list | tuple):
        shapes = {_note_shapes(part, axes) for part in value}
        shape = (len(value), *(shapes.pop() if len(shapes) == 1 else ()))
    for axis, length in enumerate(reversed(shape)):
        axes[axis] = max(axes.get(axis, 1), length)
    return shape


def same(found: Any, expected: Any) -> bool:  # noqa: ANN401
    """Tell whether two plain values are equal within rounding, whatever kind of sequence holds them."""
    if isinstance(found, TensorValue):
        found = found.array
    if isinstance(expected, str | bool) or expected is None:
        return type(found) is type(expected) and found == expected
    if isinstance(expected, dict):
        return (
            isinstance(found, dict) and found.keys() == expected.keys()
            and all(same(found[key], expected[key]) for key in expected)
        )
    if isinstance(expected, list | tuple) and not _is_flat(expected):
        return (
            isinstance(found, list | tuple) and len(found) == len(expected)
            and all(same(f, e) for f, e in zip(found, expected, strict=True))
        )
    got, want = np.asarray(found), np.asarray(expected)
    if got.shape != want.shape or got.dtype.kind not in "iuf" or want.dtype.kind not in "iuf":
        return False
    relative = FLOAT32_RELATIVE if got.dtype == np.float32 else RELATIVE
    scale = float(np.max(np.abs(want), initial=0.0))
    if not math.isfinite(scale):
        return bool(np.array_equal(got, want, equal_nan=True))
    return bool(np.allclose(got, want, rtol=relative, atol=relative * scale * 1e-3, equal_nan=True))


def _is_flat(values: Any) -> bool:  # noqa: ANN401
    return all(isinstance(value, int | float | np.generic) for value in values)

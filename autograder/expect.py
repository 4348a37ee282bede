"""Turns a raw reply from the sandbox into a checked plain value, or fails with a sentence about what came back.

Hidden tests send every value through here before they calculate with it, so that no reply, however odd,
makes a test itself crash.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.protocol import Opaque, TensorValue

# What is said of a value that does not travel, by the name of its type: see `protocol.encode`.
_WORDS = {
    "NoneType": "None", "generator": "a generator", "function": "a function", "set": "a set", "range": "a range",
    "Tensor": "a torch tensor of a type that holds no plain numbers",
    "ndarray of objects": "an array whose dtype is none of the plain number types, such as object",
    "dict with keys of other kinds": "a dict",
    "int of more than a thousand digits": "a whole number of more than a thousand digits",
} | dict.fromkeys(("Fraction", "Decimal"), "a number that is no float, such as a Fraction or a Decimal")
_OTHER_KIND = "an object that is no plain number, list, tuple or array"
_LONGEST = 100
_MOST_AXES = 3  # whose lengths are said: the lengths of more could carry numbers that a student should not see
MOST_VALUES = 1_000_000  # in one reply: as many as one list may bring, and more than a test can want


class UnexpectedValue(AssertionError):
    """A reply of the wrong type or shape; `sentence` is for the student and shows no hidden value."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def describe(value: Any) -> str:  # noqa: ANN401
    """Say what kind of thing `value` is, with its shape and never its contents."""
    match value:
        case None:
            return "None (is a `return` missing?)"
        case Opaque(type_name=name):
            return _WORDS.get(name, _OTHER_KIND)
        case TensorValue(array=array, requires_grad=True):
            return f"a torch tensor {_shape(array.shape)} that still tracks gradients"
        case TensorValue(array=array):
            return f"a torch tensor {_shape(array.shape)}"
        case np.ndarray():
            return f"an array {_shape(value.shape)}"
        case bool() | np.bool_():
            return "True or False"
        case str():
            return "text"
        case list() | tuple():
            kind = "list" if isinstance(value, list) else "tuple"
            return f"a {kind} of {_count(len(value))}"
        case dict():
            return f"a dict with {_count(len(value))}"
        case complex():
            return "a complex number"
        case int() | float() | np.number():
            return "one number"
    return "something that is no plain value"


def _shape(shape: tuple[int, ...]) -> str:
    many = any(n > _LONGEST for n in shape)
    if not many and len(shape) <= _MOST_AXES:
        return f"of shape {shape}"
    axes = "one dimension" if len(shape) == 1 else f"{len(shape)} dimensions"
    return f"with {axes} and many items" if many else f"with {axes}"


def _count(n: int) -> str:
    return "one item" if n == 1 else f"{n} items" if n <= _LONGEST else "many items"


def _refuse(value: Any, expected: str) -> UnexpectedValue:  # noqa: ANN401
    return UnexpectedValue(f"It returned {describe(value)}; {expected} was expected.")


def _refuse_item(value: Any, which: str, item: Any, expected: str) -> UnexpectedValue:  # noqa: ANN401
    match value:
        case list():
            kind = "a list"
        case tuple():
            kind = "a tuple"
        case _:
            kind = "a torch tensor" if isinstance(value, TensorValue) else "an array"
    found = "None" if item is None else describe(item)
    return UnexpectedValue(f"It returned {kind} whose {which} item is {found}; {expected} was expected.")


def _is_number(value: Any) -> bool:  # noqa: ANN401
    if isinstance(value, bool | np.bool_):
        return False
    return isinstance(value, int | float | np.integer | np.floating)


def number(value: Any) -> float:  # noqa: ANN401
    """Return one real number as a float: int, float or NumPy scalar; not a 0-d array, a tensor or a bool."""
    if not _is_number(value):
        raise _refuse(value, "one number (a float)")
    try:
        return float(value)
    except OverflowError:
        return math.inf


def integer(value: Any) -> int:  # noqa: ANN401
    """Return one whole number as an int: int or NumPy integer; not a float, even a whole one."""
    if not _is_number(value) or isinstance(value, float | np.floating):
        raise _refuse(value, "one whole number (an int)")
    return int(value)


def pair(value: Any) -> tuple[float, float]:  # noqa: ANN401
    """Return two numbers as a tuple: from a tuple, a list, or an array or detached tensor of shape (2,)."""
    items = _row(value.array if isinstance(value, TensorValue) and not value.requires_grad else value)
    if items is None or len(items) != 2:
        raise _refuse(value, "a pair of numbers")
    for which, item in zip(("first", "second"), items, strict=True):
        if not _is_number(item):
            raise _refuse_item(value, which, item, "a pair of numbers")
    return number(items[0]), number(items[1])


def sequence(value: Any, length: int | None = None) -> list[Any]:  # noqa: ANN401
    """Return the items of a list, a tuple or a 1-D array as a list; of `length` items, where that is given."""
    items = _row(value)
    if items is None:
        raise _refuse(value, "a list, tuple or 1-D array")
    if length is not None and len(items) != length:
        raise _refuse(value, f"a sequence of {_count(length)}")
    return list(items)


def numbers(value: Any, length: int | None = None) -> list[float]:  # noqa: ANN401
    """Return the real numbers in a list, a tuple or a 1-D array as floats; of `length` items, where that is given."""
    return [number(item) for item in sequence(value, length)]


def _row(value: Any) -> Any:  # noqa: ANN401
    """Return what has a length and items that may be looked at one by one, or None; nothing is copied."""
    return value if isinstance(value, list | tuple) or (isinstance(value, np.ndarray) and value.ndim == 1) else None


def text(value: Any) -> str:  # noqa: ANN401
    """Return text as it is."""
    if not isinstance(value, str):
        raise _refuse(value, "text (a str)")
    return value


def array(value: Any, shape: Sequence[int | None]) -> np.ndarray[Any, np.dtype[np.float64]]:  # noqa: ANN401
    """Return numbers of exactly `shape` (None: any length) as a float64 array.

    They may come as an array, as nested lists or, as for NumPy itself, as a tensor that tracks no gradients.
    """
    wanted = "an array of shape (" + ", ".join("any" if n is None else str(n) for n in shape)
    wanted += ",)" if len(shape) == 1 else ")"
    found_shape = _shape_of(value)
    if found_shape is None or len(found_shape) != len(shape):
        raise _refuse(value, wanted)
    if any(n is not None and n != m for n, m in zip(shape, found_shape, strict=True)):
        found_as = f"an array {_shape(found_shape)}" if isinstance(value, list | tuple) else describe(value)
        raise UnexpectedValue(f"It returned {found_as}; {wanted} was expected.")
    try:
        found = np.array(_without_tensors(value))
    except (ValueError, OverflowError):
        raise _refuse(value, wanted) from None
    if found.dtype.kind not in "iuf":
        raise _refuse(None if isinstance(value, np.ndarray) else value, wanted)
    return found.astype(np.float64)


def _shape_of(value: Any) -> tuple[int, ...] | None:  # noqa: ANN401
    """Return the shape of the array that NumPy would make of numbers; None for anything else. Nothing is made."""
    if isinstance(value, TensorValue):
        return None if value.requires_grad else tuple(value.array.shape)
    if isinstance(value, np.ndarray):
        return tuple(value.shape)
    if isinstance(value, list | tuple):
        shapes = {_shape_of(item) for item in value} or {()}
        first = shapes.pop()
        return None if shapes or first is None else (len(value), *first)
    return () if isinstance(value, bool | int | float | np.generic) else None


def _without_tensors(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, TensorValue):
        return value.array
    return [_without_tensors(item) for item in value] if isinstance(value, list | tuple) else value


_WITH_ITEMS = (list, tuple, dict, str, np.ndarray, TensorValue)


def count(value: Any, most: int = MOST_VALUES) -> int:  # noqa: ANN401
    """Count the items of all lists, dicts, arrays and texts within a reply; stop soon after `most`."""
    found, waiting = 1, [value]
    while waiting and found <= most:
        part = waiting.pop()
        if isinstance(part, TensorValue | np.ndarray):
            found += part.array.size if isinstance(part, TensorValue) else part.size
        elif isinstance(part, str):
            found += len(part)
        elif isinstance(part, list | tuple | dict):
            found += len(part)
            if found <= most:
                items = [*part, *part.values()] if isinstance(part, dict) else part
                waiting += [item for item in items if isinstance(item, _WITH_ITEMS)]
    return found

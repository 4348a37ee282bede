"""Hidden tests next to student code, in one process: how graders that share a kernel with the student run them.

The tests are the course's own, unchanged. Values go through the same encoding as in this grader, so that a test
sees the same kind of value here and there, and its verdict on an honest answer is the same.
"""

from __future__ import annotations

import itertools
import sys
import types
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from autograder.protocol import decode, encode
from autograder.recognise import Mistakes


class Student:
    """The notebook's names as the hidden tests' `student`."""

    def __init__(self, names: Mapping[str, Any]) -> None:
        self._names = names

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)

        def call(*args: Any, **kwargs: Any) -> Any:
            return plain(self._look_up(name)(*copied(args), **copied(kwargs)))

        return call

    def _look_up(self, name: str) -> Any:
        if name not in self._names:
            raise NameError(f"name {name!r} is not defined")
        return self._names[name]

    def arguments_after(self, name: str, *args: Any, **kwargs: Any) -> list[Any]:
        given = copied(args)
        self._look_up(name)(*given, **copied(kwargs))
        return list(plain(given))

    def get(self, name: str) -> Any:
        return plain(self._look_up(name))

    def probe(self, source: str, **inputs: Any) -> Any:
        namespace: dict[str, Any] = {"__name__": "probe"}
        exec(compile(source, "<probe>", "exec"), namespace)
        return plain(namespace["probe"](_Names(self._names), **copied(inputs)))


class _Names:
    def __init__(self, names: Mapping[str, Any]) -> None:
        self._names = names

    def __getattr__(self, name: str) -> Any:
        try:
            return self._names[name]
        except KeyError:
            raise NameError(f"name {name!r} is not defined") from None


def plain(value: Any) -> Any:
    """Return what a hidden test gets of a student's value."""
    return decode(encode(value))


def copied(value: Any) -> Any:
    """Return what a student's function gets of a hidden test's value."""
    return decode(encode(value), _tensor)


def _tensor(array: Any, requires_grad: bool) -> Any:
    import torch

    return torch.from_numpy(array).requires_grad_(requires_grad)


def load(source: str) -> types.ModuleType:
    """Return the hidden tests as a module; the same text is run once a process."""
    name = f"hidden_tests_{zlib.crc32(source.encode())}"
    if name not in sys.modules:
        module = types.ModuleType(name)
        sys.modules[name] = module
        exec(compile(source, name, "exec"), module.__dict__)
    return sys.modules[name]


def cases(source: str, exercise: str = "") -> Iterator[tuple[str, str, float, Any, dict[str, Any]]]:
    """Yield name, exercise, weight, function and parameters of each test, of one exercise or of all."""
    for name, function in list(vars(load(source)).items()):
        if not name.startswith("test_") or not callable(function):
            continue
        marks = getattr(function, "pytestmark", [])
        marker = next(mark for mark in marks if mark.name == "exercise")
        if exercise and marker.args[0] != exercise:
            continue
        for number, parameters in enumerate(_parameters(marks)):
            label = f"{name}[{number}]" if parameters else name
            yield label, marker.args[0], float(marker.kwargs.get("weight", 1)), function, parameters


def _parameters(marks: list[Any]) -> Iterator[dict[str, Any]]:
    tables = []
    for mark in marks:
        if mark.name == "parametrize":
            names = [name.strip() for name in mark.args[0].split(",")] if isinstance(mark.args[0], str) else mark.args[0]
            rows = [getattr(row, "values", row) if hasattr(row, "marks") else row for row in mark.args[1]]
            tables.append([
                dict(zip(names, row if len(names) > 1 or isinstance(row, tuple) else (row,), strict=True))
                for row in rows
            ])
    for chosen in itertools.product(*tables):
        yield {name: value for row in chosen for name, value in row.items()}


def run_case(names: Mapping[str, Any], label: str, function: Any, parameters: dict[str, Any], seed: int) -> bool:
    """Run one test against the notebook's `names`; return whether it passed."""
    wanted = function.__code__.co_varnames[: function.__code__.co_argcount]
    given = dict(parameters)
    if "student" in wanted:
        given["student"] = Student(names)
    if "rng" in wanted:
        given["rng"] = np.random.default_rng([seed, zlib.crc32(label.encode())])
    if "mistakes" in wanted:
        given["mistakes"] = Mistakes()
    try:
        function(**given)
    except BaseException:
        return False
    return True


def share(names: Mapping[str, Any], source: str, exercise: str, seed: int = 1) -> float:
    """Return the share of an exercise's weight that its hidden tests give the notebook."""
    passed = total = 0.0
    for label, _, weight, function, parameters in cases(source, exercise):
        total += weight
        passed += weight * run_case(names, label, function, parameters, seed)
    return passed / total


def passes(names: Mapping[str, Any], source: str, label: str, seed: int = 1) -> bool:
    """Return whether the notebook passes the hidden test called `label`."""
    return next(
        run_case(names, found, function, parameters, seed)
        for found, _, _, function, parameters in cases(source)
        if found == label
    )

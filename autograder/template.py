"""The files of a new assignment: one small exercise that works, to be replaced."""

from __future__ import annotations

from collections.abc import Mapping

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

EXERCISE = "average"

_CONTRACT = """\
## `average`

Write `average(values)`: it takes one or more numbers, as a list or an array of shape `(n,)`, and returns
their arithmetic mean as a float. The values are left as they are."""

_SOLUTION = '''\
def average(values):
    """Return the arithmetic mean of one or more numbers, as a float."""
    ### BEGIN SOLUTION
    return float(np.sum(values) / len(values))
    ### END SOLUTION'''

_VISIBLE_CHECKS = """\
assert average([2.0, 4.0]) == 3.0, "The mean of 2 and 4 lies half way between them, at 3." """.rstrip()

_HIDDEN_TESTS = '''\
"""Hidden tests of {name}."""

import numpy as np
import pytest

from autograder.expect import number


@pytest.mark.exercise("average", weight=2)
def test_average_of_many_values(student, rng):
    """average adds all values up and divides by how many there are."""
    values = rng.normal(loc=rng.uniform(5, 9), size=rng.integers(10, 40))

    assert number(student.average(values)) == pytest.approx(np.mean(values))


@pytest.mark.exercise("average")
def test_average_of_one_value(student, rng):
    """average of a single whole number is that number."""
    value = float(rng.integers(10, 99))

    assert number(student.average([value])) == value
'''

_WRONG = '''\
"""Took `//` for the division sign: it rounds down to a whole number.

fails: test_average_of_many_values
score: 1
"""


def average(values):
    return float(np.sum(values) // len(values))
'''

_RIGHT = '''\
"""A loop in plain Python."""


def average(values):
    total = 0.0
    for value in values:
        total += value
    return total / len(values)
'''

_ASSIGNMENT = """\
title = "{title}"
chapters = ["{chapter}"]
objectives = ["compute an arithmetic mean"]
minutes = 10

[exercises.average]
minutes = 10
difficulty = "easy"
section = "{section}"
hints = ["What do you divide the sum by?"]
"""


def new_files(name: str, section: str) -> Mapping[str, str]:
    """Return the text of each file of a new assignment by its path; `section` is a place in the book."""
    chapter = section.removeprefix("book/").partition("#")[0]
    title = name.replace("_", " ").capitalize()
    return {
        f"{name}.ipynb": _notebook(title),
        "hidden/assignment.toml": _ASSIGNMENT.format(title=title, chapter=chapter, section=section),
        f"hidden/test_{name}.py": _HIDDEN_TESTS.format(name=name),
        f"hidden/wrong/{EXERCISE}/rounded_down.py": _WRONG,
        f"hidden/right/{EXERCISE}/loop.py": _RIGHT,
    }


def _notebook(title: str) -> str:
    cells = [
        new_markdown_cell(f"# {title}", id="title", metadata=_kind("title")),
        new_code_cell("import numpy as np", id="imports", metadata=_kind("imports")),
        new_markdown_cell(_CONTRACT, id="contract", metadata=_kind("average_contract")),
        new_code_cell(_SOLUTION, id="solution", metadata=_kind("average", solution=True)),
        new_code_cell(_VISIBLE_CHECKS, id="tests", metadata=_kind("average_tests", points=3)),
    ]
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    notebook = new_notebook(cells=cells, metadata={"kernelspec": kernel, "language_info": {"name": "python"}})
    return f"{nbformat.writes(notebook)}\n"


def _kind(grade_id: str, *, solution: bool = False, points: int | None = None) -> dict[str, object]:
    nbgrader: dict[str, object] = {
        "grade": points is not None, "grade_id": grade_id, "locked": not solution, "schema_version": 3,
        "solution": solution, "task": False,
    }
    if points is not None:
        nbgrader["points"] = points
    return {"nbgrader": nbgrader}

"""Mutants differ from the solution in one place each, and the list of those that nobody can tell apart is true to it.

Grading them all takes long: `make mutants` does it. Here a solution is changed without being graded.
"""

from __future__ import annotations

import ast

import pytest
from mutants import mutants
from survey import load_equivalent, mutants_of

from autograder.assignment import find_assignments, load_assignment


def afters(source):
    return {mutant.after for mutant in mutants(source)}


def test_each_mutant_is_python_and_differs_from_the_solution_and_the_others():
    source = "def f(x):\n    'Doc.'\n    if len(x) < 2 and not x[0]:\n        raise ValueError(f'{x}')\n"
    source += "    return (x[0] - 1, 2)"
    found = [mutant.source for mutant in mutants(source)]
    assert len(found) == len(set(found)) > 20
    for text in found:
        ast.parse(text)
        assert text != ast.unparse(ast.parse(source))


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("a = b - c", {"a = b + c", "a = b", "a = c", "pass"}),
        ("a = b ** 2", {"a = b * 2", "a = b ** 3", "a = b ** 1", "a = b", "a = 2", "pass"}),
        ("return mean(x, ddof=1)", {"return mean(x)", "return mean(x, ddof=2)", "return mean(x, ddof=0)", "return"}),
        ("return np.max(x)", {"return np.min(x)", "return x", "return"}),
        ("return (low, high)", {"return (high, low)", "return"}),
        ("raise ValueError(f'{n - 1}')", {"pass"}),
        ("for i in x:\n    y += i", {"for i in ():", "for i in x:", "y -= i", "pass"}),
    ],
)
def test_a_statement_is_changed_in_every_way_that_a_slip_would(statement, expected):
    body = "\n    ".join(statement.split("\n"))
    assert expected <= afters(f"def f(x):\n    {body}")


def test_messages_docstrings_and_imports_are_left_alone():
    source = "def f(x):\n    'Counts 2.'\n    import math\n    raise ValueError('at least 2')"
    assert afters(source) == {"pass"}


def test_every_mutant_listed_as_equivalent_is_made_and_has_a_reason(course_root):
    made = {
        (f"{name}.{exercise}", mutant.before, mutant.after)
        for name in find_assignments(course_root)
        for exercise, mutant in mutants_of(load_assignment(course_root, name))
    }
    listed = load_equivalent()
    assert listed.keys() <= made
    assert all(len(entry.reason) > 20 for entry in listed.values())

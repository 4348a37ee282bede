"""Hidden tests of trio: the attacked exercise and two that must come through untouched."""

import numpy as np
import pytest

from autograder.expect import array, number, pair

SECRET = "expected-7c1f0d"  # must turn up in nothing that a student's code or a student can read

DRAW_AND_TOTAL = """
def probe(student, seed, n):
    import numpy as np

    values = np.random.default_rng(seed).normal(size=n)
    return [student.total(values), values]
"""

DESCEND = """
def probe(student, seed, steps, rate):
    import torch

    torch.manual_seed(seed)
    start = torch.randn(3, dtype=torch.float64)
    return [student.descend(start.clone(), steps, rate), start]
"""


@pytest.mark.exercise("total", weight=2)
def test_total_value(student, rng):
    """total adds up the squares of all values."""
    values = rng.normal(loc=3, size=int(rng.integers(20, 40)))

    assert number(student.total(values)) == pytest.approx(np.sum(values**2), rel=1e-9)


@pytest.mark.exercise("total")
def test_total_from_a_seed(student, rng):
    """total is right for values drawn beside it."""
    reply = student.probe(DRAW_AND_TOTAL, seed=int(rng.integers(2**31)), n=25)
    assert isinstance(reply, list)
    assert len(reply) == 2

    assert number(reply[0]) == pytest.approx(np.sum(array(reply[1], shape=(25,)) ** 2), rel=1e-9)


@pytest.mark.exercise("total")
def test_total_leaves_its_argument(student, rng):
    """total leaves the values as they are, and is right."""
    values = rng.normal(size=30)
    (after,) = student.arguments_after("total", values)

    assert np.array_equal(array(after, shape=(30,)), values)
    assert number(student.total(values)) == pytest.approx(np.sum(values**2), rel=1e-9)


@pytest.mark.exercise("line")
def test_line(student, rng):
    """line returns slope and intercept of the best line."""
    x, y = rng.normal(size=(2, 30))

    assert pair(student.line(x, y)) == pytest.approx(tuple(np.polyfit(x, y, 1)), rel=1e-6)


@pytest.mark.exercise("line")
def test_line_of_a_perfect_line(student, rng):
    """line finds a line that all points lie on."""
    x = rng.normal(size=30)

    assert pair(student.line(x, 2.5 * x - 4)) == pytest.approx((2.5, -4.0), rel=1e-6)


@pytest.mark.exercise("descend")
def test_descend(student, rng):
    """descend takes the steps it was asked for."""
    reply = student.probe(DESCEND, seed=int(rng.integers(2**31)), steps=4, rate=0.1)
    assert isinstance(reply, list)
    assert len(reply) == 2

    assert array(reply[0], shape=(3,)) == pytest.approx(array(reply[1], shape=(3,)) * 0.8**4, rel=1e-9)

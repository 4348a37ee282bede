"""Every odd reply becomes a sentence that says what came back and what was expected."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.expect import UnexpectedValue, array, describe, integer, number, pair, sequence, text
from autograder.protocol import Opaque, TensorValue

ODD = [
    None, True, "text", [], (), {}, {"a": 1}, [[1], [2, 3]], np.array(3.0), np.ones((30, 30)), np.array(["a"]),
    TensorValue(np.ones(2)), TensorValue(np.ones(2), requires_grad=True), Opaque("generator"), Opaque("Model"),
    1 + 2j, b"", float("nan"), [float("nan")] * 2, 10**400,
]


@pytest.mark.parametrize("value", [2, 2.0, np.float64(2), np.float32(2), np.int64(2)])
def test_python_and_numpy_numbers_are_numbers(value):
    assert number(value) == 2.0


@pytest.mark.parametrize(
    "value", [None, True, np.bool_(True), "2", np.array(2.0), [2.0], TensorValue(np.array(2.0)), 2j]
)
def test_what_only_looks_like_a_number_is_refused(value):
    with pytest.raises(UnexpectedValue, match="one number"):
        number(value)


def test_a_huge_int_is_infinite_rather_than_an_error():
    assert number(10**400) == math.inf


@pytest.mark.parametrize("value", [(1, 2), [1, 2], np.array([1, 2]), (np.float64(1), 2)])
def test_a_pair_may_be_any_sequence_of_two_numbers(value):
    assert pair(value) == (1.0, 2.0)


@pytest.mark.parametrize("value", [(1, 2, 3), [1], np.ones((2, 1)), (np.ones(1), 2), 1.0, {"a": 1, "b": 2}, "ab"])
def test_what_is_no_pair_is_refused(value):
    with pytest.raises(UnexpectedValue, match="a pair"):
        pair(value)


def test_whole_numbers_are_ints_and_not_floats():
    assert integer(np.int32(3)) == 3
    with pytest.raises(UnexpectedValue, match="whole"):
        integer(3.0)


def test_arrays_have_exactly_the_shape_asked_for():
    assert array([[1, 2], [3, 4]], (None, 2)).dtype == np.float64
    with pytest.raises(UnexpectedValue, match=r"\(3, 1\); an array of shape \(3,\)"):
        array(np.ones((3, 1)), (3,))
    with pytest.raises(UnexpectedValue):
        array(TensorValue(np.ones(3)), (3,))


@pytest.mark.parametrize("value", ODD, ids=repr)
@pytest.mark.parametrize("expect", [number, integer, pair, sequence, text, lambda v: array(v, (None, 2))])
def test_no_odd_reply_crashes_a_test(expect, value):
    sentence = "was expected."
    try:
        expect(value)
    except UnexpectedValue as error:
        sentence = error.sentence
    assert sentence.endswith("was expected.")


@given(st.integers(101, 10**9))
def test_large_shapes_are_not_spelled_out(n):
    assert str(n) not in describe(np.broadcast_to(0.0, (n,)))

"""Every odd reply becomes a sentence that says what came back and what was expected."""

from __future__ import annotations

import math
from collections import deque
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.expect import UnexpectedValue, array, count, describe, integer, number, numbers, pair, sequence, text
from autograder.protocol import Opaque, TensorValue, decode, encode

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


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ((TensorValue(np.array(1.0)), 2.0), "a tuple whose first item is a torch tensor of shape ()"),
        ([1.0, np.ones(1)], "a list whose second item is an array of shape (1,)"),
        ((None, 2.0), "a tuple whose first item is None"),
        (np.array([1j, 2j]), "an array whose first item is a complex number"),
        (TensorValue(np.array([True, False])), "a torch tensor whose first item is True or False"),
        ((1, 2, 3), "a tuple of 3 items"),
    ],
)
def test_a_pair_of_something_else_names_the_item(value, said):
    with pytest.raises(UnexpectedValue) as refused:
        pair(value)
    assert refused.value.sentence == f"It returned {said}; a pair of numbers was expected."


def test_whole_numbers_are_ints_and_not_floats():
    assert integer(np.int32(3)) == 3
    with pytest.raises(UnexpectedValue, match="whole"):
        integer(3.0)


def test_arrays_have_exactly_the_shape_asked_for():
    assert array([[1, 2], [3, 4]], (None, 2)).dtype == np.float64
    with pytest.raises(UnexpectedValue, match=r"\(3, 1\); an array of shape \(3,\)"):
        array(np.ones((3, 1)), (3,))
    with pytest.raises(UnexpectedValue, match=r"an array of shape \(2, 3\); an array of shape \(any, 2\)"):
        array([[1, 2, 3], [4, 5, 6]], (None, 2))


@pytest.mark.parametrize(
    "value",
    [
        TensorValue(np.ones((2, 2))),
        [TensorValue(np.ones(2)), TensorValue(np.ones(2))],
        ([TensorValue(np.array(1.0)), 1.0], np.ones(2)),
    ],
    ids=["tensor", "list of tensors", "tensors and others"],
)
def test_what_numpy_takes_for_an_array_is_one(value):
    assert np.array_equal(array(value, (2, 2)), np.ones((2, 2)))


@pytest.mark.parametrize("value", [TensorValue(np.ones(2), requires_grad=True), [TensorValue(np.array(1.0), True), 1]])
def test_a_tensor_that_tracks_gradients_is_no_array_as_for_numpy(value):
    with pytest.raises(UnexpectedValue):
        array(value, (2,))


def test_a_pair_may_be_a_detached_tensor():
    assert pair(TensorValue(np.array([1.0, 2.0]))) == (1.0, 2.0)


class Unread(list):
    """A long list whose items nobody may ask for."""

    def __iter__(self):
        raise AssertionError("it was gone through")


@pytest.mark.parametrize("expect", [pair, lambda value: sequence(value, 2)])
def test_a_length_is_compared_before_anything_is_gone_through(expect):
    with pytest.raises(UnexpectedValue, match="many items"):
        expect(Unread([0.0] * 200))


def test_texts_are_no_array_of_the_longest_ones_size():
    """NumPy would take four bytes for each character of the longest, for each of them: more than there is."""
    texts = ["x" * 10**6, *[""] * 10**6]
    with pytest.raises(UnexpectedValue, match="many items"):
        array(texts, (len(texts),))


def test_numbers_are_a_sequence_of_numbers_alone():
    assert numbers((1, np.float32(2))) == [1.0, 2.0]
    with pytest.raises(UnexpectedValue, match="a list of 0 items; one number"):
        numbers([1.0, []])


@pytest.mark.parametrize(
    ("value", "wanted"),
    [(1.0, 1), ("text", 5), ([], 1), ([[], [1]], 4), ({"a": np.ones((3, 2))}, 9), ((TensorValue(np.ones(5)),), 7)],
)
def test_what_is_within_a_reply_is_counted(value, wanted):
    assert count(value) == wanted
    assert count([[value] * 100] * 100, most=10) > 10



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


@pytest.mark.parametrize(
    ("shape", "wanted"),
    [
        ((101,), "an array with one dimension and many items"),
        ((2, 101), "an array with 2 dimensions and many items"),
        ((3, 1), "an array of shape (3, 1)"),
    ],
)
def test_a_shape_is_said_in_words_that_fit(shape, wanted):
    assert describe(np.zeros(shape)) == wanted


def test_the_lengths_of_many_dimensions_are_not_said():
    """Eight of them would have room for a hidden value's digits."""
    assert describe(np.zeros((3, 1, 4))) == "an array of shape (3, 1, 4)"
    assert describe(np.zeros((3, 1, 4, 1, 5, 9, 2, 6))) == "an array with 8 dimensions"
    assert describe(TensorValue(np.zeros((3, 1, 4, 1)))) == "a torch tensor with 4 dimensions"
    assert describe(np.zeros((3, 1, 4, 101))) == "an array with 4 dimensions and many items"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction(1, 3), "a number that is no float, such as a Fraction or a Decimal"),
        (Decimal("0.1"), "a number that is no float, such as a Fraction or a Decimal"),
        (np.array([1.0, Fraction(1)]), "an array whose dtype is none of the plain number types, such as object"),
        (np.array(["a"]), "an array whose dtype is none of the plain number types, such as object"),
        (range(3), "a range"),
        ({frozenset(): 3}, "a dict"),
        (10**4000, "a whole number of more than a thousand digits"),
        (deque([1.0]), "an object that is no plain number, list, tuple or array"),
        (zip([1], [2], strict=True), "an object that is no plain number, list, tuple or array"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_does_not_travel_is_described_truly(value, said):
    assert describe(decode(encode(value))) == said

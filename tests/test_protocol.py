"""Values travel whole or not at all, in both directions, and malformed bytes end in one kind of error."""

from __future__ import annotations

import contextlib

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.protocol import (
    HEADER,
    MAX_DEPTH,
    Opaque,
    ProtocolError,
    TensorValue,
    decode,
    encode,
    frame,
    unframe,
)

LIMIT = 1 << 24

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
arrays = hnp.arrays(
    st.sampled_from(["bool", "i1", "i4", "i8", "u2", "f2", "f4", "f8", "c8", "c16"]),
    hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4),
)


def there_and_back(value):
    return decode(unframe(frame(encode(value), LIMIT)[HEADER.size:]))


@given(plain)
def test_plain_values_arrive_as_they_left(value):
    expected = value
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > 3000:
        expected = Opaque("int of more than a thousand digits")
    arrived = there_and_back(value)
    assert arrived == expected
    assert type(arrived) is type(expected)


@given(st.text(st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF), min_size=1))
def test_lone_surrogates_arrive_as_question_marks(text):
    assert there_and_back(text) == "?" * len(text)


@given(arrays)
def test_arrays_keep_dtype_shape_and_values(array):
    arrived = there_and_back(array)
    assert arrived.dtype == array.dtype
    assert arrived.shape == array.shape
    assert np.array_equal(arrived, array, equal_nan=array.dtype.kind in "fc")
    assert arrived.flags.writeable


@given(arrays.filter(lambda array: array.ndim == 0))
def test_numpy_scalars_stay_numpy_scalars(array):
    scalar = array[()]
    arrived = there_and_back(scalar)
    assert type(arrived) is type(scalar)


def test_big_endian_arrays_arrive_in_little_endian():
    assert np.array_equal(there_and_back(np.arange(3, dtype=">f8")), np.arange(3.0))


def test_long_doubles_arrive_as_float64():
    for value in (np.longdouble(2.5), np.array([np.longdouble(2.5), np.longdouble("inf")])):
        arrived = there_and_back(value)
        assert np.asarray(arrived).dtype == np.float64
        assert np.array_equal(arrived, value)
    assert isinstance(there_and_back(np.longdouble(2.5)), np.float64)


@pytest.mark.parametrize("requires_grad", [True, False])
def test_tensors_arrive_as_data(requires_grad):
    arrived = there_and_back(torch.ones(2, 1, requires_grad=requires_grad))
    assert isinstance(arrived, TensorValue)
    assert arrived.requires_grad is requires_grad
    assert arrived.array.dtype == np.float32
    assert arrived.array.shape == (2, 1)


class Liar(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__

    def __float__(self):
        raise RuntimeError

    def __repr__(self):
        raise SystemExit


class LyingArray(np.ndarray):
    def __eq__(self, other):
        return True

    def __array_function__(self, *args, **kwargs):
        return 0


class Bomb:
    def __getattribute__(self, name):
        raise SystemExit(name)


def test_a_subclass_travels_as_its_base_value_and_its_methods_are_not_asked():
    arrived = there_and_back(Liar(2.5))
    assert type(arrived) is float
    assert arrived == 2.5
    array = there_and_back(np.arange(3.0).view(LyingArray))
    assert type(array) is np.ndarray
    assert array.tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (object(), "object"), ((i for i in ()), "generator"), (len, "builtin_function_or_method"),
        ({1, 2}, "set"), (np.array([None]), "ndarray of objects"), (10**2000, "int of more than a thousand digits"),
        (type("weird name!", (), {})(), "object"),
    ],
)
def test_what_has_no_plain_form_becomes_opaque(value, name):
    assert there_and_back(value) == Opaque(name)


def test_an_object_that_raises_when_looked_at_becomes_opaque():
    assert there_and_back(Bomb()) == Opaque("Bomb")


def test_what_is_nested_too_deep_is_refused():
    nested: list = []
    for _ in range(MAX_DEPTH + 2):
        nested = [nested]
    with pytest.raises(ProtocolError, match="nested"):
        encode(nested)


def test_a_message_over_the_limit_is_refused_before_it_is_sent():
    with pytest.raises(ProtocolError, match="at most 100 are allowed"):
        frame(encode("x" * 200), 100)


@given(st.binary(max_size=200))
@settings(max_examples=500)
def test_any_bytes_end_in_a_value_or_a_protocol_error(body):
    with contextlib.suppress(ProtocolError):
        decode(unframe(body))


wire = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(max_size=5)
    | st.binary(max_size=20) | st.sampled_from(["array", "scalar", "tensor", "list", "dict", "int", "opaque", "<f8"]),
    lambda inner: st.lists(inner, max_size=5), max_leaves=30,
)


@given(wire)
@settings(max_examples=1000)
def test_any_tagged_message_ends_in_a_value_or_a_protocol_error(coded):
    with contextlib.suppress(ProtocolError):
        decode(coded)


@pytest.mark.parametrize(
    "coded",
    [
        ["array", "<f8", [2], b"1234567"], ["array", "|O", [1], b"12345678"], ["array", "<f8", [-1], b""],
        ["array", "<f8", [2**50], b""], ["array", "<f8", [1] * 9, b"12345678"], ["scalar", "<f8", [1], b"12345678"],
        ["int", "9" * 5000], ["int", "x"], ["nothing"], ["dict", [[["list", []], 1]]], [], [[]], {"a": 1}, b"x",
    ],
)
def test_malformed_values_are_refused(coded):
    with pytest.raises(ProtocolError):
        decode(coded)

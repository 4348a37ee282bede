"""A misconception is recognised by what the student's code returned, or by the exception that it ended with."""

import numpy as np
import pytest

from autograder.protocol import Opaque, TensorValue
from autograder.recognise import Mistakes


def a_mistake(*replies):
    mistakes = Mistakes()
    mistakes(let_through=lambda got: True, on_raise={"divided_by_zero": "ZeroDivisionError"})
    mistakes.replies += replies
    return mistakes


def test_a_reply_shows_a_mistake():
    assert a_mistake(1.0).match(()) == "let_through"


def test_an_exception_shows_the_mistake_that_was_declared_for_it():
    assert a_mistake(1.0).match(("ZeroDivisionError", "ArithmeticError")) == "divided_by_zero"


def test_replies_that_came_before_an_exception_show_nothing():
    assert a_mistake(1.0).match(("RuntimeError",)) is None


def test_a_mistake_may_be_declared_after_the_reply_that_shows_it():
    mistakes = Mistakes([0.25, 0.5])
    mistakes(half=0.5)
    assert mistakes.match(()) == "half"


def test_an_earlier_reply_shows_no_mistake_that_was_declared_after_it():
    mistakes = Mistakes([0.5, 0.25])
    mistakes(half=0.5)
    assert mistakes.match(()) is None
    mistakes.replies += [0.5, 0.75]
    assert mistakes.match(()) == "half"


def test_what_is_said_of_an_array_is_said_of_a_tensor_that_is_taken_for_one():
    mistakes = Mistakes([TensorValue(np.ones(2))])
    mistakes(ones=lambda got: np.all(np.asarray(got, dtype=float) == 1))
    assert mistakes.match(()) == "ones"
    mistakes.replies[0] = TensorValue(np.ones(2), requires_grad=True)
    assert mistakes.match(()) is None


def seen_by_a_predicate(reply):
    seen = []
    mistakes = Mistakes([reply])
    mistakes(any_value=lambda got: seen.append(got))
    assert mistakes.match(()) is None
    return seen[0]


@pytest.mark.parametrize(
    "reply",
    [
        (np.ones(8000), np.ones((8000, 1))),
        [[1.0] * 8000, [[1.0]] * 8000],
        {"x": TensorValue(np.ones(3000)), "y": [np.ones((3000, 1))]},
        np.zeros(200_000, dtype=np.int8),
        [0.0] * 200_000,
        [[] for _ in range(200_000)],
        ["x" * 20_000, *[""] * 20_000],
        np.ones((0, 2**40)),
    ],
    ids=["column", "lists", "tensor", "array", "list", "empty lists", "texts", "empty array"],
)
def test_no_predicate_sees_a_reply_of_which_numpy_could_make_something_huge(reply):
    assert isinstance(seen_by_a_predicate(reply), Opaque)


@pytest.mark.parametrize(
    "reply",
    [
        (np.ones(2000), np.ones((2000, 1))),
        np.ones((3000, 2)),
        [[np.ones((100, 2)), [np.ones(624), 3, [1] * 625, np.ones(5056)], [np.ones(624), 3, [1] * 625, np.ones(5056)]]],
        [[(np.ones((8, 5)), np.ones(8))] * 10] * 80,
        {"raised": ["x" * 80] * 20, "losses": [0.5] * 50, "x": np.ones((40, 1)), "y": np.ones(40)},
        [[np.ones(3), np.ones((2, 2))], None, "text", Opaque("function")],
    ],
    ids=["column", "rows", "random states", "batches", "warnings", "mixture"],
)
def test_a_predicate_sees_every_reply_of_the_size_that_tests_ask_for(reply):
    assert seen_by_a_predicate(reply) is reply


def test_a_predicate_that_runs_out_of_memory_recognises_nothing():
    def runs_out(got):
        raise MemoryError

    mistakes = Mistakes([1.0])
    mistakes(out_of_memory=runs_out)
    assert mistakes.match(()) is None

"""A misconception is recognised by what the student's code returned, or by the exception that it ended with."""

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

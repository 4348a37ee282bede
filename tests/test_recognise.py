"""What counts as evidence of a misconception."""

from autograder.recognise import Mistakes


def a_mistake():
    mistakes = Mistakes()
    mistakes(let_through=lambda got: True, on_raise={"divided_by_zero": "ZeroDivisionError"})
    return mistakes


def test_a_reply_shows_a_mistake():
    assert a_mistake().match([1.0], ()) == "let_through"


def test_an_exception_shows_the_mistake_that_was_declared_for_it():
    assert a_mistake().match([1.0], ("ZeroDivisionError", "ArithmeticError")) == "divided_by_zero"


def test_replies_that_came_before_an_exception_show_nothing():
    assert a_mistake().match([1.0], ("RuntimeError",)) is None

"""An exercise is judged again only where another cell is under suspicion, and never to its harm."""

from __future__ import annotations

from autograder.model import Outcome, TestResult
from autograder.second_look import better, ended, looks, short_of

CELL_OF = {"sse": "3", "fit": "5", "score": "7"}


def result(exercise, outcome=Outcome.PASSED, weight=1.0, name="test"):
    return TestResult(name, exercise, weight, outcome, "")


def test_nothing_is_judged_again_where_nobody_is_suspected():
    assert looks([result("sse", Outcome.FAILED)], CELL_OF, frozenset()) == ()


def test_an_exercise_with_all_its_points_is_not_judged_again():
    assert looks([result("fit")], CELL_OF, {"3"}) == ()


def test_an_exercise_is_not_judged_without_its_own_cell():
    assert looks([result("sse", Outcome.FAILED)], CELL_OF, {"3"}) == ()
    assert looks([result("sse", Outcome.FAILED), result("fit", Outcome.RAISED)], CELL_OF, {"3"}) == (
        (frozenset({"3"}), frozenset({"fit"})),
    )


def test_of_two_suspects_each_is_judged_without_the_other_and_a_third_without_both():
    short = [result(name, Outcome.FAILED) for name in CELL_OF]
    assert looks(short, CELL_OF, {"3", "5"}) == (
        (frozenset({"3"}), frozenset({"fit"})),
        (frozenset({"3", "5"}), frozenset({"score"})),
        (frozenset({"5"}), frozenset({"sse"})),
    )


def test_a_cell_that_is_no_answer_can_be_left_out_for_all():
    short = [result("sse", Outcome.FAILED), result("fit", Outcome.FAILED)]
    assert looks(short, CELL_OF, {"9"}) == ((frozenset({"9"}), frozenset({"sse", "fit"})),)


def test_a_cell_that_is_no_answer_stays_in_a_second_try_since_an_answer_may_need_it():
    assert looks([result("fit", Outcome.FAILED)], CELL_OF, {"3", "9"}) == (
        (frozenset({"3", "9"}), frozenset({"fit"})),
        (frozenset({"3"}), frozenset({"fit"})),
    )


def test_what_is_short_is_what_failed_a_test():
    results = [result("sse"), result("sse", Outcome.RAISED), result("fit"), result("score", Outcome.FAILED)]
    assert short_of(results, ["sse", "fit"]) == {"sse"}


def test_the_grading_that_wins_more_counts_and_the_first_where_both_win_the_same():
    first = [result("sse", Outcome.CRASHED, 2, "a"), result("sse", name="b"), result("fit", Outcome.FAILED)]
    second = [result("sse", weight=2, name="a"), result("sse", Outcome.FAILED, name="b"), result("fit", Outcome.RAISED)]
    kept = better(first, second)
    assert [(r.exercise, r.name, r.outcome.value) for r in kept] == [
        ("fit", "test", "failed"), ("sse", "a", "passed"), ("sse", "b", "failed"),
    ]


def test_what_was_not_judged_again_stays():
    first = [result("sse"), result("fit", Outcome.FAILED)]
    assert better(first, [result("fit")]) == (result("sse"), result("fit"))


def test_exercises_that_end_a_child_are_told_from_those_that_are_wrong():
    results = [result("sse", Outcome.TIMED_OUT), result("fit", Outcome.CRASHED), result("score", Outcome.FAILED)]
    assert ended(results) == {"sse", "fit"}

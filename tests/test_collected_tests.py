"""Hidden tests are collected once and run for every submission, and never for longer than their file stands."""

from __future__ import annotations

import os

import pytest

from autograder.collected_tests import run_hidden_tests
from autograder.errors import CourseError
from autograder.model import Outcome
from autograder.pytest_plugin import HiddenTests

PASSES = '''
import pytest

LOADED = []

@pytest.mark.exercise("a")
def test_a_first(rng):
    """It is so."""
    LOADED.append(1)
    assert rng.random() < 2

@pytest.mark.exercise("b")
@pytest.mark.parametrize("n", [1, 2])
def test_b_second(n):
    """It is so."""
    assert n == 1
'''


class NoSession:
    def __getattr__(self, name):
        raise AssertionError(f"no test here talks to a notebook, but .{name} was asked for")


def grading(*exercises, seed=1):
    return HiddenTests(NoSession(), {}, seed, {}, 10.0, frozenset(), frozenset(exercises))


def outcomes(path, *exercises):
    return {result.name: result.outcome for result in run_hidden_tests(path, grading(*exercises))}


@pytest.fixture
def tests(tmp_path):
    path = tmp_path / "test_things.py"
    path.write_text(PASSES)
    return path


def test_each_grading_gets_every_result_again(tests):
    expected = {"test_a_first": Outcome.PASSED, "test_b_second[1]": Outcome.PASSED, "test_b_second[2]": Outcome.FAILED}
    assert [outcomes(tests, "a", "b") for _ in range(3)] == [expected] * 3


def test_only_the_exercises_that_are_judged_are_run(tests):
    assert outcomes(tests, "a") == {"test_a_first": Outcome.PASSED}
    assert set(outcomes(tests, "b")) == {"test_b_second[1]", "test_b_second[2]"}


def test_a_changed_file_is_collected_anew(tests):
    outcomes(tests, "a", "b")
    tests.write_text(PASSES.replace("n == 1", "n == 2"))
    os.utime(tests, ns=(1, 1))
    assert outcomes(tests, "b") == {"test_b_second[1]": Outcome.FAILED, "test_b_second[2]": Outcome.PASSED}


def test_a_file_of_the_same_name_in_another_course_is_not_taken_for_it(tests, tmp_path):
    outcomes(tests, "a")
    other = tmp_path / "other" / tests.name
    other.parent.mkdir()
    other.write_text(PASSES.replace("rng.random() < 2", "False"))
    assert outcomes(other, "a") == {"test_a_first": Outcome.FAILED}
    assert outcomes(tests, "a") == {"test_a_first": Outcome.PASSED}


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("import nothing_of_this_name", "nothing_of_this_name"),
        ("def test_a():\n    pass", "no such marker"),
        ("import pytest\n\n@pytest.mark.exercise('a')\ndef test_a(no_fixture):\n    pass", None),
    ],
)
def test_a_file_that_cannot_be_run_is_the_courses_fault(tmp_path, source, says):
    path = tmp_path / "test_things.py"
    path.write_text(source)
    if says is None:  # a test that asks for what is not there is ours, and never a score
        (result,) = run_hidden_tests(path, grading("a"))
        assert result.outcome is Outcome.SKIPPED
        assert result.ours
        return
    for _ in range(2):
        with pytest.raises(CourseError, match=says):
            outcomes(path, "a")


def test_a_test_that_leaves_a_fixture_open_is_torn_down_before_the_next_grading(tmp_path):
    path = tmp_path / "test_things.py"
    path.write_text(
        "import pytest\n\nOPEN = []\n\n@pytest.fixture(scope='module')\ndef thing():\n    OPEN.append(1)\n"
        "    yield len(OPEN)\n"
        "    OPEN.clear()\n\n@pytest.mark.exercise('a')\ndef test_a(thing):\n    assert thing == 1\n"
    )
    for _ in range(2):
        assert outcomes(path, "a") == {"test_a": Outcome.PASSED}

"""Scores follow from weights and points, and a fault of ours never becomes one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.model import CellScore, Outcome, Status, SubmissionReport, TestResult
from autograder.scoring import score_all, score_exercise


def result(outcome, weight=1.0, *, ours=False, name="test_sse_x"):
    return TestResult(name, "sse", weight, outcome, "It holds.", ours=ours)


def test_the_score_is_the_share_of_weight_that_passed():
    tests = [result(Outcome.PASSED, 2), result(Outcome.FAILED, 1), result(Outcome.TIMED_OUT, 1)]
    assert score_exercise("sse", 2.0, tests).score == 1.0


@given(st.lists(st.floats(0.1, 10), min_size=1, max_size=20), st.floats(0.5, 50))
def test_all_passed_is_exactly_full_marks(weights, points):
    tests = [result(Outcome.PASSED, weight) for weight in weights]
    assert score_exercise("sse", points, tests).score == pytest.approx(points, abs=1e-6)


@pytest.mark.parametrize("outcome", [o for o in Outcome if o not in (Outcome.PASSED, Outcome.SKIPPED)])
def test_only_a_pass_earns_points(outcome):
    assert score_exercise("sse", 2.0, [result(outcome)]).score == 0.0


@pytest.mark.parametrize(
    "tests", [[], [result(Outcome.SKIPPED)], [result(Outcome.PASSED), result(Outcome.SKIPPED, ours=True)]]
)
def test_without_evidence_there_is_no_score_but_a_person(tests):
    cell = score_exercise("sse", 2.0, tests)
    assert cell.needs_review
    assert cell.score == 0.0


def test_exercises_keep_the_order_of_the_notebook():
    scores = score_all({"b": 1.0, "a": 2.0}, [], {"a": "why"})
    assert [(score.id, score.reason) for score in scores][1] == ("a", "why")
    assert [score.id for score in scores] == ["b", "a"]


def test_a_report_survives_json_and_the_contract_hides_what_is_the_instructors():
    tests = (TestResult("test_sse_x", "sse", 2.0, Outcome.FAILED, "It holds.", "broadcast", "E  assert 1 == 2"),)
    report = SubmissionReport(
        "least_squares", Status.GRADED, (CellScore("sse", 0.0, 2.0, tests),), flags=("a flag",), student="ada", seed=7
    )
    assert SubmissionReport.from_json(report.to_json()) == report
    contract = report.to_contract()
    assert set(contract) == {
        "format_version", "assignment", "submission_status", "score", "max_score", "flags", "exercises"
    }
    assert set(contract["exercises"][0]["tests"][0]) == {"name", "outcome", "message", "misconception"}
    with pytest.raises(ValueError, match="format_version"):
        SubmissionReport.from_json({"format_version": 99})

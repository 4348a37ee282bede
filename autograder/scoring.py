"""Pure: results and points to scores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from autograder.model import CellScore, Outcome, TestResult


def score_exercise(exercise: str, points: float, tests: Sequence[TestResult], reason: str = "") -> CellScore:
    """Return points x (weight of passed tests / weight of all tests judged).

    An exercise with no judged test, or with one whose failure is the grader's own, gets no score that counts:
    it is marked `needs_review`.
    """
    judged = [test for test in tests if test.outcome is not Outcome.SKIPPED]
    total = sum(test.weight for test in judged)
    if total <= 0 or any(test.ours for test in tests):
        why = reason or "The hidden tests of this exercise could not judge it; an instructor has to."
        return CellScore(exercise, 0.0, points, tuple(tests), why, needs_review=True)
    passed = sum(test.weight for test in judged if test.outcome is Outcome.PASSED)
    share = 1.0 if passed == total else passed / total
    return CellScore(exercise, round(points * share, 6), points, tuple(tests), reason)


def score_all(
    points: Mapping[str, float], results: Iterable[TestResult], reasons: Mapping[str, str]
) -> tuple[CellScore, ...]:
    """Return a score per exercise, in the order of `points`."""
    by_exercise: dict[str, list[TestResult]] = {exercise: [] for exercise in points}
    for result in results:
        by_exercise.setdefault(result.exercise, []).append(result)
    return tuple(
        score_exercise(exercise, points[exercise], by_exercise[exercise], reasons.get(exercise, ""))
        for exercise in points
    )

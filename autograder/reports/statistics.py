"""Pure: what the saved reports of a class say about its exercises, its hidden tests and its misconceptions.

Only what was judged counts: an unreadable file says nothing about an exercise, and neither does a fault of
the grader's.
"""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.model import CellScore, Outcome, Status, SubmissionReport

BINS = 10
_NORMAL_95 = statistics.NormalDist().inv_cdf(0.975)
_SMALLEST_FOR_INTERVAL = 4  # Fisher's z has variance 1 / (n - 3)


@dataclass(frozen=True)
class Correlation:
    """A correlation over `n` students, and its 95 % interval by Fisher's z; none where it is not defined."""

    r: float
    n: int
    low: float | None
    high: float | None


@dataclass(frozen=True)
class ExerciseFacts:
    """One exercise: the mean share of its points, how many got all and nothing, and how it tells students apart."""

    id: str
    points: float
    judged: int
    mean_share: float
    full: int
    zero: int
    discrimination: Correlation | None


@dataclass(frozen=True)
class TestFacts:
    """One hidden test: how many it judged, how many passed, how the others ended, and the time it took."""

    __test__ = False  # pytest: a record, not a test class

    name: str
    exercise: str
    weight: float
    judged: int
    passed: int
    others: tuple[tuple[str, int], ...]
    median_seconds: float | None
    longest_seconds: float | None

    @property
    def share(self) -> float:
        """The share of those judged who passed."""
        return self.passed / self.judged if self.judged else 0.0


@dataclass(frozen=True)
class MisconceptionFacts:
    """One misconception: the students whose answers showed it, and the exercises where it showed."""

    id: str
    students: tuple[str, ...]
    exercises: tuple[str, ...]


def graded(reports: Sequence[SubmissionReport]) -> tuple[SubmissionReport, ...]:
    """Return the reports whose every exercise was judged: those with a score that counts."""
    return tuple(report for report in reports if report.submission_status is Status.GRADED)


def distribution(reports: Sequence[SubmissionReport]) -> tuple[int, ...]:
    """Return how many scores lie in each tenth of the points; full marks are in the last."""
    counts = [0] * BINS
    for report in graded(reports):
        share = report.score / report.max_score if report.max_score else 0.0
        counts[min(BINS - 1, int(share * BINS + 1e-9))] += 1
    return tuple(counts)


def exercises(reports: Sequence[SubmissionReport]) -> tuple[ExerciseFacts, ...]:
    """Return the facts of each exercise, in the order of the assignment."""
    cells: dict[str, list[CellScore]] = {}
    for report in reports:
        for cell in report.exercises:
            judged = cells.setdefault(cell.id, [])
            if report.submission_status is not Status.UNREADABLE and not cell.needs_review:
                judged.append(cell)
    return tuple(_exercise(id_, judged, reports) for id_, judged in cells.items())


def _exercise(id_: str, cells: Sequence[CellScore], reports: Sequence[SubmissionReport]) -> ExerciseFacts:
    shares = [_share(cell) for cell in cells]
    every = [cell.max_score for report in reports for cell in report.exercises if cell.id == id_]
    return ExerciseFacts(
        id=id_,
        points=every[-1],
        judged=len(shares),
        mean_share=statistics.fmean(shares) if shares else 0.0,
        full=sum(share == 1 for share in shares),
        zero=sum(share == 0 for share in shares),
        discrimination=_discrimination(id_, graded(reports)),
    )


def _discrimination(id_: str, reports: Sequence[SubmissionReport]) -> Correlation | None:
    """Correlate the share of one exercise's points with the points on all the others."""
    shares, rest = [], []
    for report in reports:
        for cell in report.exercises:
            if cell.id == id_:
                shares.append(_share(cell))
                rest.append(report.score - cell.score)
    return correlation(shares, rest)


def correlation(x: Sequence[float], y: Sequence[float]) -> Correlation | None:
    """Return Pearson's r with its interval; None with fewer than three pairs, or where one side is constant."""
    n = len(x)
    if n < 3:
        return None
    try:
        r = max(-1.0, min(1.0, statistics.correlation(x, y)))
    except statistics.StatisticsError:
        return None
    if n < _SMALLEST_FOR_INTERVAL or abs(r) > 1 - 1e-12:
        return Correlation(r, n, None, None)
    half = _NORMAL_95 / math.sqrt(n - 3)
    return Correlation(r, n, math.tanh(math.atanh(r) - half), math.tanh(math.atanh(r) + half))


def hidden_tests(reports: Sequence[SubmissionReport]) -> tuple[TestFacts, ...]:
    """Return the facts of each hidden test, exercise by exercise."""
    outcomes: dict[tuple[str, str], Counter[Outcome]] = {}
    times: dict[tuple[str, str], list[float]] = {}
    weights: dict[tuple[str, str], float] = {}
    for report in reports:
        for cell in report.exercises:
            for test in cell.tests:
                key = (cell.id, test.name)
                weights[key] = test.weight
                counts = outcomes.setdefault(key, Counter())
                if not test.ours and test.outcome is not Outcome.SKIPPED:
                    counts[test.outcome] += 1
                times.setdefault(key, []).extend([] if test.seconds is None else [test.seconds])
    order = {exercise.id: place for place, exercise in enumerate(exercises(reports))}
    return tuple(
        TestFacts(
            name=name, exercise=exercise, weight=weights[exercise, name], judged=counts.total(),
            passed=counts[Outcome.PASSED],
            others=tuple(
                (outcome.value.replace("_", " "), counts[outcome])
                for outcome in Outcome
                if outcome is not Outcome.PASSED and counts[outcome]
            ),
            median_seconds=statistics.median(times[exercise, name]) if times[exercise, name] else None,
            longest_seconds=max(times[exercise, name], default=None),
        )
        for (exercise, name), counts in sorted(outcomes.items(), key=lambda item: order[item[0][0]])
    )


def misconceptions(reports: Sequence[SubmissionReport]) -> tuple[MisconceptionFacts, ...]:
    """Return each misconception that showed, the one of most students first; a student counts once."""
    students: dict[str, set[str]] = {}
    where: dict[str, list[str]] = {}
    for report in reports:
        for cell in report.exercises:
            for test in cell.tests:
                if test.misconception:
                    students.setdefault(test.misconception, set()).add(report.student)
                    where.setdefault(test.misconception, []).append(cell.id)
    found = [
        MisconceptionFacts(id_, tuple(sorted(who)), tuple(dict.fromkeys(where[id_]))) for id_, who in students.items()
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.students), one.id)))


def _share(cell: CellScore) -> float:
    return cell.score / cell.max_score if cell.max_score else 0.0

"""Pure: which exercises another cell may have cost points, and the better of two gradings of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from autograder.model import Outcome, TestResult


def looks(
    results: Iterable[TestResult], cell_of: Mapping[str, str], suspects: Collection[str]
) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return what to try in turn: cells to leave out, and the exercises to judge again without them.

    `cell_of` says which cell defines an exercise; `suspects` are the cells that may have changed how others run, by
    what was seen of them or by their source. Left out are first all of them but an exercise's own cell, and then the
    other exercises' alone: a cell that was added may be one that an answer cannot do without.
    """
    short = {result.exercise for result in results if result.outcome is not Outcome.PASSED}
    found: dict[frozenset[str], frozenset[str]] = {}
    for candidates in (frozenset(suspects), frozenset(suspects) & frozenset(cell_of.values())):
        for name in sorted(short):
            left_out = candidates - {cell_of.get(name)}
            if left_out:
                found[left_out] = found.get(left_out, frozenset()) | {name}
    return tuple(found.items())


def short_of(results: Iterable[TestResult], exercises: Collection[str]) -> frozenset[str]:
    """Return those of `exercises` that have failed a test."""
    return frozenset(r.exercise for r in results if r.outcome is not Outcome.PASSED) & frozenset(exercises)


def ended(results: Iterable[TestResult]) -> frozenset[str]:
    """Return the exercises that ended a child themselves, or outlasted their time."""
    return frozenset(r.exercise for r in results if r.outcome in (Outcome.CRASHED, Outcome.TIMED_OUT))


def better(first: Sequence[TestResult], second: Sequence[TestResult]) -> tuple[TestResult, ...]:
    """Return, for each exercise, the results that win more; the first where they win the same."""
    again = {result.exercise for result in second if _won(second, result.exercise) > _won(first, result.exercise)}
    kept = [result for result in first if result.exercise not in again]
    return (*kept, *(result for result in second if result.exercise in again))


def _won(results: Iterable[TestResult], exercise: str) -> float:
    return sum(r.weight for r in results if r.exercise == exercise and r.outcome is Outcome.PASSED)

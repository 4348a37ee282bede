"""Pure: which exercises another cell may have cost points, and the better of two gradings of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from autograder.model import Outcome, TestResult


def looks(
    results: Iterable[TestResult], cell_of: Mapping[str, str], suspects: Collection[str]
) -> dict[frozenset[str], frozenset[str]]:
    """Return the exercises to judge again, by the cells to leave out: every suspicious one but their own.

    `cell_of` says which cell defines an exercise; `suspects` are the cells that may have changed
    how others run, by what was seen of them or by their source.
    """
    found: dict[frozenset[str], frozenset[str]] = {}
    for name in {result.exercise for result in results if result.outcome is not Outcome.PASSED}:
        left_out = frozenset(suspects) - {cell_of.get(name)}
        if left_out:
            found[left_out] = found.get(left_out, frozenset()) | {name}
    return found


def better(first: Sequence[TestResult], second: Sequence[TestResult]) -> tuple[TestResult, ...]:
    """Return, for each exercise, the results that win more; the first where they win the same."""
    again = {result.exercise for result in second if _won(second, result.exercise) > _won(first, result.exercise)}
    kept = [result for result in first if result.exercise not in again]
    return (*kept, *(result for result in second if result.exercise in again))


def _won(results: Iterable[TestResult], exercise: str) -> float:
    return sum(r.weight for r in results if r.exercise == exercise and r.outcome is Outcome.PASSED)

"""Pure: one report to the marks and comments that belong in nbgrader's gradebook."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.assignment import Assignment
from autograder.model import CellScore, Status, SubmissionReport

NO_RESPONSE = "No response."  # nbgrader's own words
REVIEW_COMMENT = "This could not be graded automatically. Your instructor will look at it."


@dataclass(frozen=True)
class Mark:
    """What one grade cell gets: `judged` is False where the score that stands is to be left alone."""

    judged: bool
    auto_score: float | None = None

    @property
    def needs_a_person(self) -> bool:
        """Whether nbgrader is to ask for a score by hand."""
        return not self.judged or self.auto_score is None


def marks(assignment: Assignment, report: SubmissionReport, blank: frozenset[str]) -> dict[str, Mark]:
    """Return a mark for each grade cell; `blank` holds the grade_ids whose answer is still the stub.

    A fault of ours judges nothing. Prose is for a person to read, unless nothing was written.
    """
    cells = {cell.id: cell for cell in report.exercises}
    found = {exercise.grade_id: _mark(cells.get(exercise.id)) for exercise in assignment.exercises}
    for grade_id in assignment.written_ids:
        empty = grade_id in blank or report.submission_status is Status.UNREADABLE
        found[grade_id] = Mark(judged=not _failed(report), auto_score=0.0 if empty else None)
    return found


def comments(
    assignment: Assignment, report: SubmissionReport, blank: frozenset[str]
) -> dict[str, str | None]:
    """Return the comment under each answer cell that a person may overrule; None is no comment."""
    cells = {cell.id: cell for cell in report.exercises}
    answers = {exercise.solution_id: cells.get(exercise.id) for exercise in assignment.exercises}
    answers |= dict.fromkeys(assignment.written_ids)
    found: dict[str, str | None] = {}
    for grade_id, cell in answers.items():
        if _failed(report) or (cell is not None and cell.needs_review):
            found[grade_id] = REVIEW_COMMENT
        elif report.submission_status is Status.UNREADABLE:
            found[grade_id] = report.reason
        else:
            found[grade_id] = NO_RESPONSE if grade_id in blank else None
    return found


def _mark(cell: CellScore | None) -> Mark:
    if cell is None or cell.needs_review:
        return Mark(judged=False)
    return Mark(judged=True, auto_score=cell.score)


def _failed(report: SubmissionReport) -> bool:
    return report.submission_status is Status.NEEDS_REVIEW and not report.exercises

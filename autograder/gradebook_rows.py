"""What the gradebook holds, as plain records: who is enrolled, and each hand-in's scores and comments, cell by cell.

`gradebook` opens and writes the database and hands it in here; no other module knows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nbgrader import api
from sqlalchemy.orm import selectinload


@dataclass(frozen=True)
class Enrolled:
    """One student as the gradebook knows them; what was never entered is empty."""

    student: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""


@dataclass(frozen=True)
class CellGrade:
    """One graded cell: `score` is what counts, `manual_score` what a person gave in place of `auto_score`."""

    id: str
    score: float
    max_score: float
    auto_score: float | None
    manual_score: float | None
    extra_credit: float
    needs_a_person: bool


@dataclass(frozen=True)
class Comment:
    """What stands under one answer cell, and whether a person wrote it."""

    id: str
    text: str
    by_a_person: bool


@dataclass(frozen=True)
class Entry:
    """One student's hand-in of one assignment in the gradebook."""

    student: str
    timestamp: datetime | None
    late_penalty: float
    cells: tuple[CellGrade, ...]
    comments: tuple[Comment, ...]

    @property
    def score(self) -> float:
        """What counts: the cells' scores, less what lateness takes off, and never below 0."""
        return max(0.0, sum(cell.score for cell in self.cells) - self.late_penalty)

    @property
    def max_score(self) -> float:
        """The points of all cells."""
        return float(sum(cell.max_score for cell in self.cells))

    @property
    def needs_a_person(self) -> tuple[str, ...]:
        """The cells that a person has not graded yet."""
        return tuple(cell.id for cell in self.cells if cell.needs_a_person)


def enrolled(gradebook: Any) -> tuple[Enrolled, ...]:  # noqa: ANN401  (nbgrader is untyped)
    """Return every student in nbgrader's gradebook, by id."""
    rows = gradebook.db.query(api.Student).order_by(api.Student.id).all()
    return tuple(
        Enrolled(row.id, row.first_name or "", row.last_name or "", row.email or "", row.lms_user_id or "")
        for row in rows
    )


def entries(gradebook: Any, assignment: str, student: str | None = None) -> tuple[Entry, ...]:  # noqa: ANN401
    """Return the hand-ins of an assignment, by student id; `student` picks one."""
    query = gradebook.db.query(api.SubmittedAssignment).join(api.SubmittedAssignment.assignment)
    query = query.filter(api.Assignment.name == assignment)
    if student is not None:
        query = query.filter(api.SubmittedAssignment.student_id == student)
    notebooks = selectinload(api.SubmittedAssignment.notebooks)
    query = query.options(
        notebooks.selectinload(api.SubmittedNotebook.grades), notebooks.selectinload(api.SubmittedNotebook.comments)
    )
    return tuple(_entry(row) for row in query.order_by(api.SubmittedAssignment.student_id).all())


def _entry(row: Any) -> Entry:  # noqa: ANN401
    grades = [grade for notebook in row.notebooks for grade in notebook.grades]
    comments = [comment for notebook in row.notebooks for comment in notebook.comments]
    return Entry(
        student=row.student_id,
        timestamp=row.timestamp,
        late_penalty=float(sum(notebook.late_submission_penalty or 0.0 for notebook in row.notebooks)),
        cells=tuple(
            CellGrade(
                id=grade.name, score=float(grade.score or 0.0), max_score=float(grade.max_score or 0.0),
                auto_score=grade.auto_score, manual_score=grade.manual_score,
                extra_credit=float(grade.extra_credit or 0.0), needs_a_person=bool(grade.needs_manual_grade),
            )
            for grade in sorted(grades, key=lambda grade: str(grade.name))
        ),
        comments=tuple(
            Comment(comment.name, comment.comment, comment.manual_comment is not None)
            for comment in sorted(comments, key=lambda comment: str(comment.name))
            if comment.comment
        ),
    )

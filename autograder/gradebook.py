"""Open and write nbgrader's gradebook; with `gradebook_rows`, the only module that knows its database."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Self, TypeVar

import nbformat
from nbformat import NotebookNode
from nbgrader import api
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from autograder import folders, gradebook_rows, marks
from autograder.assignment import Assignment, release_notebook
from autograder.errors import CourseError, GradebookError, UnreadableSubmission, UsageError
from autograder.model import SubmissionReport
from autograder.nbgrader_steps import alembic_on_path, course_directory, prepared_cells
from autograder.settings import SUBMITTED_FOLDER
from autograder.submission import read_submission
from autograder.submitted import SECRET_FILE, TIMESTAMP_FILE, Submitted, exchange_secret

_T = TypeVar("_T")


@dataclass(frozen=True)
class Score:
    """One student's line in the gradebook; `score` is what counts, with the late penalty taken off."""

    student: str
    score: float
    max_score: float
    late_penalty: float
    needs_manual_grade: bool
    timestamp: datetime | None


class Gradebook:
    """nbgrader's gradebook of one course, open: use it in a `with` statement, one for a whole batch."""

    def __init__(self, course: CourseDirectory, *, wait_seconds: float = folders.LOCK_SECONDS) -> None:
        self._course = course
        self._root = Path(course.root)
        self._wait_seconds = wait_seconds
        with folders.course_lock(self._root, wait_seconds), alembic_on_path():
            self._nbgrader: Any = None
            self._nbgrader = self._retried(lambda: api.Gradebook(course.db_url, course.course_id))

    @classmethod
    def open(cls, course_root: Path, db_url: str | None = None) -> Self:
        """Open the gradebook that nbgrader_config.py names; it is made if there is none."""
        return cls(course_directory(course_root, db_url))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._nbgrader.close()

    @property
    def where(self) -> str:
        """Where the database is: a file, or a server's address without its password."""
        url = make_url(self._course.db_url)
        return url.database or "" if url.get_backend_name() == "sqlite" else repr(url)

    def sync(self, assignment: Assignment) -> None:
        """Make ready to grade: the assignment's cells in the database, nothing left over from a killed run.

        It does to the database what `nbgrader generate_assignment` does, and changes no grade. Raises
        CourseError where nbgrader refuses: cells came or went after a submission was graded.
        """
        with folders.course_lock(self._root, self._wait_seconds):
            folders.recover_all(self._root, assignment.name)
            self._retried(lambda: self._sync(assignment))

    def _sync(self, assignment: Assignment) -> None:
        self._nbgrader.update_or_create_assignment(assignment.name)
        notebook, save_cells, resources = prepared_cells(self._course, assignment)
        known = self._known_cells(assignment.name)
        wanted = {
            cell.metadata.nbgrader.grade_id: (cell.metadata.nbgrader.get("points"), cell.source)
            for cell in notebook.cells
            if "nbgrader" in cell.metadata
        }
        self._nbgrader.db.commit()  # SaveCells opens the database a second time: hold nothing of it here
        if known == wanted:
            return
        try:
            save_cells(notebook, resources)
        except RuntimeError as error:
            gone, new = sorted(known.keys() - wanted.keys()), sorted(wanted.keys() - known.keys())
            raise CourseError(
                str(assignment.notebook_path),
                expected="the cells it had when its first submission was graded",
                found=f"taken out: {', '.join(gone) or 'none'}; put in: {', '.join(new) or 'none'}",
                cure="Restore those cells, or give the assignment a new name. To throw its marks away, run "
                f"`nbgrader db assignment remove {assignment.name} --force`.",
            ) from error

    def _known_cells(self, name: str) -> dict[str, tuple[float | None, str]]:
        try:
            notebook = self._nbgrader.find_notebook(name, name)
        except api.MissingEntry:
            return {}
        points = {cell.name: cell.max_score for cell in notebook.grade_cells}
        return {cell.name: (points.get(cell.name), cell.source) for cell in notebook.source_cells}

    def is_current(self, assignment: Assignment, submitted: Submitted) -> bool:
        """Say whether this very hand-in stands graded in the gradebook, by the assignment as it now is."""
        return not self.reason_to_grade(assignment, submitted)

    def reason_to_grade(self, assignment: Assignment, submitted: Submitted) -> str:
        """Say in a few words why this hand-in is to be graded; nothing where it stands graded as things now are."""
        if reason := folders.reason_to_grade(self._root, assignment, submitted):
            return reason
        try:
            entry = self._retried(lambda: self._nbgrader.find_submission(assignment.name, submitted.student))
        except api.MissingEntry:  # the database was lost, or is another one
            return "the gradebook has no entry for it"
        return "" if entry.timestamp == submitted.timestamp else "the gradebook has another time of handing in"

    def record(
        self, assignment: Assignment, submitted: Submitted, report: SubmissionReport,
        executed: NotebookNode | None = None, *, force: bool = False,
    ) -> bool:
        """Record one graded hand-in exactly once: folder, marks, and last the report that makes it current.

        Without an `executed` notebook, which a fault of ours may have prevented, a person finds the handed-in
        answers in formgrader. Returns False where another grader has meanwhile recorded the same hand-in,
        unless `force`.
        """
        report = replace(report, student=submitted.student)
        if executed is None:
            executed = not_executed(assignment, submitted)
        notebook = (nbformat.writes(executed) + "\n").encode("utf-8", "replace")
        files = {f"{assignment.name}.ipynb": notebook}
        if submitted.timestamp is not None:
            files[TIMESTAMP_FILE] = f"{submitted.timestamp} UTC".encode()
        if secret := exchange_secret(self._root / SUBMITTED_FOLDER / submitted.student / assignment.name):
            files[SECRET_FILE] = secret
        final = folders.autograded_folder(self._root, assignment.name, submitted.student)

        def attempt() -> None:
            self._set_marks(assignment, submitted, report, executed)
            with folders.replaced(final, files, 0o664 if self._course.groupshared else 0o444):
                self._nbgrader.db.commit()

        with folders.course_lock(self._root, self._wait_seconds):
            if not force and self.is_current(assignment, submitted):
                return False
            try:
                self._retried(attempt)
                folders.save_report(self._root, assignment, submitted, report, notebook)
            except OSError as error:
                self._nbgrader.db.rollback()
                raise GradebookError(
                    f"Recording {submitted.student!r} stopped: {error}. Make room on the disk, or give yourself the "
                    "right to write there, and run the command again: it goes on from this submission."
                ) from error
        return True

    def write_marks(
        self, assignment: Assignment, submitted: Submitted, report: SubmissionReport, executed: NotebookNode
    ) -> None:
        """Write the marks alone, in one transaction: `nbgrader autograde` writes the folder itself."""

        def attempt() -> None:
            self._set_marks(assignment, submitted, report, executed)
            self._nbgrader.db.commit()

        with folders.course_lock(self._root, self._wait_seconds):
            self._retried(attempt)

    def _set_marks(
        self, assignment: Assignment, submitted: Submitted, report: SubmissionReport, executed: NotebookNode
    ) -> None:
        gradebook, name, student = self._nbgrader, assignment.name, submitted.student
        gradebook.update_or_create_student(student)
        with gradebook.db.no_autoflush:  # or SQLAlchemy warns of how nbgrader puts a submission together
            submission = gradebook.update_or_create_submission(name, student)
        submission.timestamp = submitted.timestamp
        notebook = gradebook.find_submission_notebook(name, name, student)
        stubs = {cell.name: cell.source for cell in notebook.notebook.source_cells}
        blank = frozenset(
            grade_id for cell in executed.cells
            if (grade_id := cell.metadata.get("nbgrader", {}).get("grade_id")) in stubs
            and cell.source == stubs[grade_id]
        )
        given = marks.marks(assignment, report, blank)
        for grade in notebook.grades:
            mark = given[grade.name]
            if mark.judged:
                grade.auto_score = mark.auto_score
            # as nbgrader has it: a score given by hand stays, and is to be looked at again
            grade.needs_manual_grade = mark.needs_a_person or grade.manual_score is not None
        said = marks.comments(assignment, report, blank)
        for comment in notebook.comments:
            comment.auto_comment = said[comment.name]
        if report.flags:
            notebook.flagged = True  # and never False: taking a flag down is a person's business
        gradebook.db.flush()
        self._set_late_penalty(submission, notebook)

    def _set_late_penalty(self, submission: Any, notebook: Any) -> None:  # noqa: ANN401  (nbgrader is untyped)
        step = AssignLatePenalties(config=self._course.config)
        step.init_plugin()
        notebook.late_submission_penalty = None
        if submission.total_seconds_late > 0:
            self._nbgrader.db.expire(notebook, ["score"])
            penalty = step.plugin_inst.late_submission_penalty(
                submission.student.id, notebook.score, submission.total_seconds_late
            )
            if penalty is not None:
                notebook.late_submission_penalty = step._check_late_penalty(notebook, penalty)
        self._nbgrader.db.flush()

    def scores(self, assignment: str) -> tuple[Score, ...]:
        """Return every recorded submission of an assignment, by student id."""
        entry = api.SubmittedAssignment
        columns = (
            entry.student_id, entry.score, entry.max_score, entry.late_submission_penalty,
            entry.needs_manual_grade, entry.timestamp,
        )
        query = self._nbgrader.db.query(*columns).join(entry.assignment)
        rows = self._retried(lambda: query.filter(api.Assignment.name == assignment).order_by(entry.student_id).all())
        return tuple(
            Score(student, max(0.0, score - penalty), max_score, penalty, bool(needs), timestamp)
            for student, score, max_score, penalty, needs, timestamp in rows
        )

    def entries(self, assignment: str, student: str | None = None) -> tuple[gradebook_rows.Entry, ...]:
        """Return the recorded hand-ins of an assignment, cell by cell; `student` picks one."""
        return self._retried(lambda: gradebook_rows.entries(self._nbgrader, assignment, student))

    def enrolled(self) -> tuple[gradebook_rows.Enrolled, ...]:
        """Return every student that nbgrader knows, by id, whether they handed in anything or not."""
        return self._retried(lambda: gradebook_rows.enrolled(self._nbgrader))

    def _retried(self, action: Callable[[], _T]) -> _T:
        """Run `action` until it meets no lock of another program's; roll back what it did not end."""
        deadline = time.monotonic() + self._wait_seconds
        while True:
            try:
                return action()
            except (SQLAlchemyError, api.InvalidEntry) as error:  # nbgrader turns some of one into the other
                if self._nbgrader is not None:
                    self._nbgrader.db.rollback()
                if "locked" not in str(error) or time.monotonic() > deadline:
                    reason = str(getattr(error, "orig", error)).partition("\n")[0]
                    cure = "Give yourself the right to write to it and its folder" if "readonly" in reason else (
                        "Close other programs that use it, check that its disk has room"
                    )
                    raise GradebookError(
                        f"The gradebook {make_url(self._course.db_url)!r} could not be used: {reason}. Nothing in it "
                        f"was changed. {cure}, and run the command again; after an update of nbgrader, run "
                        "`nbgrader db upgrade` first."
                    ) from error
            time.sleep(0.1)


def not_executed(assignment: Assignment, submitted: Submitted) -> NotebookNode:
    """Return what was handed in, repaired and not run; the release where it cannot be read."""
    try:
        return read_submission(submitted.path, assignment, assignment.limits).notebook
    except (UnreadableSubmission, UsageError):
        return release_notebook(assignment)

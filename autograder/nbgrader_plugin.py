"""A preprocessor that puts this grader inside `nbgrader autograde`, in place of its `Execute`.

nbgrader reads a submission, overwrites its cells, runs it in a kernel and takes the marks from what the
notebook printed. With the classes of this module, which nbgrader_config.py names, the file is graded as it
was handed in and as `autograder grade` would grade it, a damaged one too; formgrader's button does the same.
"""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbformat.v4 import new_notebook
from nbgrader.converters import Autograde, NbGraderException
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import UseEnum

from autograder import folders
from autograder.assignment import Assignment, load_assignment
from autograder.batch import Job, grade_job
from autograder.errors import GraderError
from autograder.gradebook import Gradebook, not_executed
from autograder.grading import Graded
from autograder.model import Status
from autograder.settings import Isolation
from autograder.submitted import Submitted, submissions

_GRADED = "autograder"  # the key under which the preprocessors hand a report on, in nbconvert's `resources`


class GradingExporter(NotebookExporter):  # type: ignore[misc]  # nbconvert is untyped
    """Clears the way before nbgrader grades, opens no hand-in itself, and saves each report last.

    nbgrader makes one exporter for a run, when it has listed the submissions and has touched none. So here
    the assignment gets into the database, what must not be opened is refused, and what a killed run left half
    done is taken away, for nbgrader would skip it.
    """

    def __init__(self, **traits: Any) -> None:  # noqa: ANN401  (traitlets' own signature)
        super().__init__(**traits)
        try:
            self._clear_the_way(self.run)
        except GraderError as error:
            self.log.error("%s", error)
            raise NbGraderException(str(error)) from error

    @property
    def run(self) -> Autograde:
        """The converter of nbgrader's that made this exporter, and knows the course."""
        return self.parent

    def _clear_the_way(self, run: Autograde) -> None:
        with Gradebook(run.coursedir) as gradebook:
            synced: dict[str, Assignment] = {}
            for folder in map(Path, list(run.assignments)):
                name, student = folder.name, folder.parent.name
                if name not in synced:
                    synced[name] = load_assignment(Path(run.coursedir.root), name)
                    gradebook.sync(synced[name])
                submitted = self.hand_in(name, student)
                if submitted.refused:
                    self.log.error("Not graded: %s", submitted.refused)
                    del run.assignments[str(folder)]
                elif not gradebook.is_current(synced[name], submitted):
                    done = folders.autograded_folder(Path(run.coursedir.root), name, student)
                    shutil.rmtree(done, ignore_errors=True)

    def hand_in(self, assignment: str, student: str) -> Submitted:
        """Return what one student handed in."""
        return submissions(Path(self.run.coursedir.root), assignment, [student])[0]

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **options: Any  # noqa: ANN401
    ) -> tuple[str, dict[str, Any]]:
        """Start from an empty notebook: the hand-in is read by our own reader, which trusts nothing."""
        return self.from_notebook_node(new_notebook(), resources=resources, **options)

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **options: Any  # noqa: ANN401
    ) -> tuple[str, dict[str, Any]]:
        """Save the report with the digest of the notebook that nbgrader goes on to write."""
        text, resources = super().from_notebook_node(nb, resources, **options)
        if _GRADED in resources:
            assignment, submitted, report = resources[_GRADED]
            folders.save_report(Path(self.run.coursedir.root), assignment, submitted, report, text.encode())
        return text, resources


class ReadSubmission(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader is untyped
    """In place of nbgrader's sanitising: the hand-in, its locked cells restored and its damage repaired."""

    def preprocess(
        self, _: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the repaired notebook, or the release where there is nothing to repair."""
        name, student = resources["nbgrader"]["assignment"], resources["nbgrader"]["student"]
        assignment = load_assignment(Path(self.parent.run.coursedir.root), name)
        return not_executed(assignment, self.parent.hand_in(name, student)), resources


class GradeInSandbox(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader is untyped
    """In place of nbgrader's Execute and SaveAutoGrades: run and judge the hand-in, and write its marks."""

    isolation = UseEnum(
        Isolation, default_value=Isolation.SANDBOX,
        help="`none` runs student code unprotected on this machine: at your own risk.",
    ).tag(config=True)

    def preprocess(
        self, _: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the executed notebook; the marks are in the gradebook by then."""
        name, student = resources["nbgrader"]["assignment"], resources["nbgrader"]["student"]
        course = self.parent.run.coursedir
        root = Path(course.root)
        assignment, submitted = load_assignment(root, name), self.parent.hand_in(name, student)
        seed = secrets.randbits(48)
        # grade_job keeps one warm worker for this process, and stops it with the process
        graded = grade_job(Job(root, name, student, submitted.path, seed, self.isolation))
        report = submitted.noted(graded.report)
        executed = graded.notebook if isinstance(graded, Graded) else not_executed(assignment, submitted)
        if report.submission_status is Status.NEEDS_REVIEW:
            self.log.error("%s of %s needs a person: %s", name, student, report.reason)
        for flag in report.flags:
            self.log.warning("%s of %s: %s", name, student, flag)
        with Gradebook(course) as gradebook:
            gradebook.write_marks(assignment, submitted, report, executed)
        resources[_GRADED] = (assignment, submitted, report)
        return executed, resources

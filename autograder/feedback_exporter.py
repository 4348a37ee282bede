"""What `nbgrader generate_feedback` and formgrader's button write for a student: our page in place of theirs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from nbgrader.converters import GenerateFeedback
from traitlets import Unicode

from autograder import folders
from autograder.assignment import load_assignment, load_misconceptions
from autograder.errors import GradebookError
from autograder.feedback_page import feedback_page
from autograder.gradebook import Gradebook
from autograder.model import SubmissionReport
from autograder.submitted import digest_of


class FeedbackPage(Exporter):  # type: ignore[misc]  # nbconvert is untyped
    """Reads marks and comments from the gradebook as they are now, and the reasons from the saved report."""

    output_mimetype = "text/html"
    book_url = Unicode(
        "", help="Where your book is published, for example https://example.org/fit-a-line-twice/; feedback and "
        "reports link there. Empty: they name the page without a link.",
    ).tag(config=True)

    def _file_extension_default(self) -> str:
        return ".html"

    @property
    def run(self) -> GenerateFeedback:
        """The converter of nbgrader's that made this exporter, and knows the course."""
        return self.parent

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **options: Any  # noqa: ANN401
    ) -> tuple[str, dict[str, Any]]:
        """Return the page for one executed notebook."""
        nb, resources = super().from_notebook_node(nb, resources, **options)
        name, student = resources["nbgrader"]["assignment"], resources["nbgrader"]["student"]
        root = Path(self.run.coursedir.root)
        assignment = load_assignment(root, name)
        with Gradebook(self.run.coursedir) as gradebook:
            entries = gradebook.entries(name, student)
        if not entries:
            raise GradebookError(
                f"{student!r} has no marks in {name!r}: expected the hand-in in the gradebook, found none. "
                f"Grade it first: `autograder grade {name} --student {student}`."
            )
        report = self._report(root, name, student)
        return feedback_page(
            assignment, entries[0], report, nb, load_misconceptions(root), self.book_url
        ), resources

    def _report(self, root: Path, assignment: str, student: str) -> SubmissionReport | None:
        """Return the saved report, if it is of this very notebook and can be read."""
        saved = folders.saved_report(root, assignment, student)
        notebook = folders.autograded_folder(root, assignment, student) / f"{assignment}.ipynb"
        if not saved or saved.get("notebook_digest") != digest_of(notebook):
            self.log.warning(
                "No saved report belongs to %s: the feedback shows what stands in the notebook.", notebook
            )
            return None
        return SubmissionReport.from_json(saved)

"""The model answer and the marking, shown in formgrader under each written answer: to graders and nobody else.

They stand in the solution of the course's own notebook, which is never released; formgrader shows a student's
notebook, which does not hold them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from autograder.assignment import find_course, load_assignment, source_notebook
from autograder.errors import CourseError

_MARKERS = ("### BEGIN SOLUTION", "### END SOLUTION")


class RubricBeside(Preprocessor):  # type: ignore[misc]  # nbconvert is untyped
    """Puts a cell with the rubric under each cell that a person grades, in the page alone."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the notebook with its rubrics, where it is one that formgrader shows."""
        name, folder = resources.get("assignment_id"), resources.get("metadata", {}).get("path")
        if not name or not folder:
            return nb, resources
        try:
            rubrics = self._rubrics(find_course(Path(folder)), name)
        except CourseError as error:
            self.log.error("The rubrics are not shown: %s", error)
            return nb, resources
        cells = []
        for cell in nb.cells:
            cells.append(cell)
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
            if grade_id in rubrics:
                cells.append(new_markdown_cell(rubrics[grade_id]))
        return NotebookNode({**nb, "cells": cells}), resources

    def _rubrics(self, course_root: Path, name: str) -> dict[str, str]:
        assignment = load_assignment(course_root, name)
        return {
            cell.metadata.nbgrader.grade_id: _shown(cell.source)
            for cell in source_notebook(assignment).cells
            if cell.metadata.get("nbgrader", {}).get("grade_id") in assignment.written_ids
        }


def _shown(source: str) -> str:
    kept = "\n".join(line for line in source.splitlines() if line.strip() not in _MARKERS)
    return f"---\n\n#### For graders only\n\n{kept.strip()}\n\n---"

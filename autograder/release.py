"""The notebooks made from a source notebook: as students get it, solved, and with another answer in it."""

from __future__ import annotations

from functools import lru_cache

import nbformat
from nbformat import NotebookNode

from autograder.assignment_record import Assignment
from autograder.course_notebook import read_source
from autograder.errors import CourseError


def release_notebook(assignment: Assignment) -> NotebookNode:
    """Return the notebook that students get: stubs for solutions, cells locked, checksums computed."""
    # nbgrader takes seconds to import, and most commands make no release.
    from nbgrader import preprocessors

    # nbgrader's own steps from a source notebook to a release, without those that need its database.
    steps = (
        preprocessors.LockCells,
        preprocessors.ClearSolutions,
        preprocessors.ClearOutput,
        preprocessors.CheckCellMetadata,
        preprocessors.ClearHiddenTests,
        preprocessors.ClearMarkScheme,
        preprocessors.ComputeChecksums,
        preprocessors.CheckCellMetadata,
    )
    notebook = read_source(assignment.notebook_path)
    resources: dict[str, object] = {}
    for step in steps:
        try:
            notebook, resources = step().preprocess(notebook, resources)
        except (RuntimeError, ValueError) as error:
            raise CourseError(
                str(assignment.notebook_path), expected=f"a notebook that nbgrader's {step.__name__} accepts",
                found=str(error)[:500], cure="Correct that cell's solution region or metadata.",
            ) from error
    return notebook


def reference_notebook(assignment: Assignment) -> NotebookNode:
    """Return the release with the course's own solutions in it: what a perfect student hands in."""
    return nbformat.reads(_reference_text(assignment, assignment.notebook_path.stat().st_mtime_ns), as_version=4)


@lru_cache(maxsize=8)
def _reference_text(assignment: Assignment, _modified: int) -> str:
    """Return the reference as JSON: known answers, and mutants, put thousands of answers into one notebook."""
    notebook = release_notebook(assignment)
    solved = read_source(assignment.notebook_path)
    for released, source in zip(notebook.cells, solved.cells, strict=True):
        if released.metadata.get("nbgrader", {}).get("solution"):
            released.source = source.source
    return str(nbformat.writes(notebook))


def with_answer(assignment: Assignment, exercise_id: str, source: str) -> NotebookNode:
    """Return the reference notebook with `source` in place of one exercise's solution."""
    solution_id = assignment.exercise(exercise_id).solution_id
    notebook = reference_notebook(assignment)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == solution_id:
            cell.source = source
    return notebook

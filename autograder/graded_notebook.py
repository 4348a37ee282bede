"""The notebook that a student gets back: what each cell displayed, sanitised, and feedback under each exercise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder import feedback
from autograder.assignment import Assignment
from autograder.model import CellScore
from autograder.replies import CellRun
from autograder.sanitise import clean_outputs
from autograder.settings import Limits


class Display:
    """What may still be shown of one notebook's outputs: they are sanitised as they come."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._left = int(limits.display_mb * 2**20)

    def shown(self, outputs: Sequence[object]) -> list[NotebookNode]:
        """Return one cell's outputs, sanitised, as far as the notebook's allowance goes."""
        cleaned, self._left = clean_outputs(outputs, self._limits, self._left)
        return cleaned


def with_outputs(
    notebook: NotebookNode, runs: Mapping[str, CellRun], scores: Sequence[CellScore], assignment: Assignment,
    display: Display,
) -> NotebookNode:
    """Return a copy of `notebook` with each cell's outputs, and feedback under each cell that carries points.

    `runs` are what became of the cells, by their place in the notebook; `scores` come in the exercises' order.
    """
    executed = nbformat.from_dict(notebook)
    feedback_of = {
        exercise.grade_id: _feedback_output(score, exercise.hints)
        for exercise, score in zip(assignment.exercises, scores, strict=True)
    }
    count = 0
    for i, cell in enumerate(executed.cells):
        if cell.cell_type != "code":
            continue
        run = runs.get(str(i))
        outputs: list[NotebookNode] = []
        if run is not None:
            count += 1
            outputs = [*map(nbformat.from_dict, run.outputs)]
            outputs += display.shown([_stopped_output(run)]) if run.sentence else []
        cell.execution_count = count if run is not None else None
        for output in outputs:
            if output.output_type == "execute_result":
                output.execution_count = count
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in feedback_of:
            outputs.append(feedback_of[grade_id])
        cell.outputs = outputs
    return executed


def with_refusal(release: str, reason: str) -> NotebookNode:
    """Return the released notebook, `release`, below a sentence that says why the student's was not graded."""
    notebook = nbformat.reads(release, as_version=4)
    note = nbformat.v4.new_markdown_cell(f"**Your file could not be graded.** {reason}", id="unreadable")
    notebook.cells.insert(0, note)
    return notebook


def _stopped_output(run: CellRun) -> dict[str, Any]:
    return {
        "output_type": "error", "ename": run.outcome.value, "evalue": run.sentence,
        "traceback": [f"{run.outcome.value}: {run.sentence}"],
    }


def _feedback_output(score: CellScore, hints: tuple[str, ...]) -> NotebookNode:
    data = {"text/plain": feedback.as_text(score, hints), "text/html": feedback.as_html(score, hints)}
    # the mark tells it from the student's own outputs, which keep no metadata
    return nbformat.v4.new_output("display_data", data=data, metadata={feedback.MARK: True})

"""An assignment's source notebook: read it, and find every graded cell well formed."""

from __future__ import annotations

import math
import warnings
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.errors import CourseError

_SCHEMA_VERSION = 3
_PANEL = "nbgrader's Create Assignment panel"
# What grade, solution and locked may say together, and the types of cell for which they may say it.
_CELL_KINDS: dict[tuple[Any, ...], tuple[str, ...]] = {
    (False, True, False): ("code",),
    (True, False, True): ("code",),
    (True, True, False): ("markdown",),
    (False, False, True): ("code", "markdown", "raw"),
}


def read_source(path: Path) -> NotebookNode:
    """Read the notebook file at `path`; raises CourseError when it is not a valid notebook of format 4.5."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # nbformat warns of what it repairs: here nothing may need it
            notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=nbformat.NO_CONVERT)
            nbformat.validate(notebook)
    except FileNotFoundError:
        raise CourseError(
            str(path), expected="the source notebook", found="no file", cure="Save it there under that name."
        ) from None
    except Exception as error:  # nbformat raises what json, jsonschema and its own versions raise
        raise CourseError(
            str(path), expected="a valid notebook of format 4.5",
            found=f"{type(error).__name__}: {error}"[:500], cure="Open it in Jupyter and save it again.",
        ) from error
    if (notebook.nbformat, notebook.nbformat_minor) != (4, 5):
        raise CourseError(
            str(path), expected="notebook format 4.5", found=f"{notebook.nbformat}.{notebook.nbformat_minor}",
            cure="Open it in a current Jupyter and save it again.",
        )
    return notebook


def graded_cells(path: Path, notebook: NotebookNode) -> dict[str, NotebookNode]:
    """Return the cells that carry nbgrader's metadata by grade_id, in their order, each found well formed."""
    cells: dict[str, NotebookNode] = {}
    for number, cell in enumerate(notebook.cells, start=1):
        if "BEGIN HIDDEN TESTS" in cell.source:
            raise CourseError(
                f"{path}: cell {number}", expected="no hidden tests in the notebook",
                found="a BEGIN HIDDEN TESTS region", cure="Move them to the hidden folder's test file.",
            )
        if "nbgrader" not in cell.metadata:
            continue
        meta = cell.metadata.nbgrader
        grade_id = meta.get("grade_id")
        where = f"{path}: cell {number} ({grade_id!r})"
        if not isinstance(grade_id, str) or not grade_id or grade_id in cells:
            raise CourseError(
                where, expected="a grade_id of its own", found=repr(grade_id), cure="Rename the cell."
            )
        if meta.get("schema_version") != _SCHEMA_VERSION or meta.get("task"):
            raise CourseError(
                where, expected=f"schema_version {_SCHEMA_VERSION} and no task cell", found=repr(dict(meta)),
                cure=f"Set the cell's type again in {_PANEL}.",
            )
        kind = tuple(meta.get(flag) for flag in ("grade", "solution", "locked"))
        expected_type = _CELL_KINDS.get(kind)
        if expected_type is None or cell.cell_type not in expected_type:
            raise CourseError(
                where, found=f"a {cell.cell_type} cell with grade, solution, locked = {kind}",
                expected="a solution (code), its tests (code), a written answer (markdown) or a locked cell",
                cure=f"Set the cell's type again in {_PANEL}.",
            )
        cells[grade_id] = cell
    return cells


def cell_points(path: Path, cell: NotebookNode) -> float:
    """Return what a grade cell is worth."""
    points = cell.metadata.nbgrader.get("points")
    is_number = isinstance(points, int | float) and not isinstance(points, bool)
    if not is_number or not 0 < points < math.inf:
        raise CourseError(
            f"{path}: cell {cell.metadata.nbgrader.grade_id!r}", expected="points above 0",
            found=repr(points), cure=f"Set the points in {_PANEL}.",
        )
    return float(points)

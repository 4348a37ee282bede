"""What grading needs to know of an assignment besides its tests: stubs, misconceptions, the release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import nbformat

from autograder.assignment import Assignment, Misconception, load_misconceptions, release_notebook
from autograder.feedback import Explained


@dataclass(frozen=True)
class Rubric:
    """The stubs by the `grade_id` of their cell, the misconceptions by name, and the released notebook as JSON."""

    stubs: Mapping[str, str]
    misconceptions: Mapping[str, Explained]
    release: str


def rubric_of(assignment: Assignment) -> Rubric:
    """Return the assignment's rubric, read anew only after one of its files has changed."""
    files = (assignment.notebook_path, _course_root(assignment) / "solutions" / "misconceptions.toml")
    return _rubric(assignment, tuple(file.stat().st_mtime_ns for file in files if file.exists()))


@lru_cache(maxsize=16)
def _rubric(assignment: Assignment, _stamps: tuple[int, ...]) -> Rubric:
    release = release_notebook(assignment)
    stubs = {
        cell.metadata["nbgrader"]["grade_id"]: cell.source.strip()
        for cell in release.cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }
    explained = {
        name: Explained(entry.sentence, where_to_read(entry))
        for name, entry in load_misconceptions(_course_root(assignment)).items()
    }
    return Rubric(stubs, explained, nbformat.writes(release))


def where_to_read(entry: Misconception) -> str:
    """Return where the book explains a misconception, as words: the feedback may be read anywhere."""
    page, _, label = entry.section.rpartition("/")[2].partition("#")
    where = f"“{entry.chapter_title}” in the book"
    return f"{where} ({page}.html#{label})" if label else where


def _course_root(assignment: Assignment) -> Path:
    return assignment.folder.parent.parent

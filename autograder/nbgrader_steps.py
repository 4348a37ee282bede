"""nbgrader's own steps, run in this process: its settings, an assignment's cells, a release, feedback."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.converters import GenerateAssignment, GenerateFeedback, NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import SaveCells
from traitlets.config import PyFileConfigLoader

from autograder.assignment import Assignment
from autograder.errors import CourseError, GradebookError

CONFIG_FILE = "nbgrader_config.py"


def course_directory(course_root: Path, db_url: str | None = None) -> CourseDirectory:
    """Return nbgrader's view of this course, from its nbgrader_config.py."""
    try:
        config = PyFileConfigLoader(CONFIG_FILE, path=str(course_root)).load_config()
    except Exception as error:  # the file is Python: it can raise anything
        raise CourseError(
            str(course_root / CONFIG_FILE), expected="nbgrader's settings for this course", found=repr(error),
            cure="Restore the file from the repository, or run the command in the course's folder.",
        ) from error
    root = config.CourseDirectory.root = str(course_root.resolve())
    if not db_url and "db_url" not in config.CourseDirectory and ("?" in root or "%" in root):
        raise CourseError(
            root, expected="a path without ? and %", found="one of them",
            cure="Rename the folder: in the address of a database these signs have a meaning of their own.",
        )
    if db_url:
        config.CourseDirectory.db_url = db_url
    return CourseDirectory(config=config)


def book_url(course_root: Path) -> str:
    """Return where nbgrader_config.py says the book is published, or an empty string."""
    return str(course_directory(course_root).config.FeedbackPage.get("book_url", "") or "")


@contextmanager
def alembic_on_path() -> Iterator[None]:
    """Let nbgrader find the program it makes a database with, for the body of a `with` statement."""
    # nbgrader starts `alembic` by its bare name when it makes a database. pip put it beside this Python, and
    # that folder is not on the path of someone who did not activate the virtual environment.
    path = os.environ.get("PATH", os.defpath)
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), path])
    try:
        yield
    finally:
        os.environ["PATH"] = path


def prepared_cells(
    course: CourseDirectory, assignment: Assignment
) -> tuple[NotebookNode, SaveCells, dict[str, Any]]:
    """Return the notebook as `nbgrader generate_assignment` has it when it saves the cells, and that step."""
    converter = GenerateAssignment(coursedir=course, config=course.config)
    steps = [step(parent=converter) for step in converter.preprocessors]
    save = next(place for place, step in enumerate(steps) if isinstance(step, SaveCells))
    notebook = nbformat.read(assignment.notebook_path, as_version=4)
    resources: dict[str, Any] = {
        "nbgrader": {"notebook": assignment.name, "assignment": assignment.name, "db_url": course.db_url}
    }
    for step in steps[:save]:
        notebook, resources = step(notebook, resources)
    return notebook, steps[save], resources


def release(course_root: Path, assignment: str, target: Path) -> None:
    """Let nbgrader generate one assignment's release version under `target`; no database is touched."""
    course = course_directory(course_root)
    config = course.config
    config.SaveCells.enabled = False
    config.GenerateAssignment.no_database = True
    course.release_directory = str(target)
    course.assignment_id = assignment
    try:
        GenerateAssignment(coursedir=course, config=config).start()
    except NbGraderException as error:
        raise CourseError(
            f"{course.source_directory}/{assignment}", expected="an assignment nbgrader can release",
            found=str(error), cure=f"`nbgrader generate_assignment {assignment} --force` says more.",
        ) from error


def generate_feedback(
    course_root: Path, assignment: str, students: Collection[str], db_url: str | None = None
) -> None:
    """Write `feedback/<student>/<assignment>/` with nbgrader's own converter, from recorded marks."""
    course = course_directory(course_root, db_url)
    course.assignment_id = assignment
    failed = []
    for student in students:
        course.student_id = glob.escape(student)
        converter = GenerateFeedback(coursedir=course, config=course.config)
        converter.force = True
        try:
            converter.start()
        except NbGraderException as error:
            failed.append(f"{student} ({error})")
    if failed:
        raise GradebookError(
            f"nbgrader could not write the feedback of {', '.join(failed)}. The marks are recorded. "
            f"Run `nbgrader generate_feedback {assignment}` to see nbgrader's log."
        )

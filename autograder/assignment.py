"""Find and validate an assignment folder."""

from __future__ import annotations

from pathlib import Path

from nbformat import NotebookNode

from autograder.answers import Answer, Misconception, load_answers, load_misconceptions
from autograder.assignment_record import Assignment, Exercise, WrittenAnswer
from autograder.course_file import Table, read_table
from autograder.course_notebook import cell_points, graded_cells, read_source
from autograder.errors import CourseError
from autograder.release import reference_notebook, release_notebook, with_answer
from autograder.settings import SOURCE_FOLDER, Limits

__all__ = [
    "TESTS_SUFFIX",
    "Answer",
    "Assignment",
    "Exercise",
    "Misconception",
    "WrittenAnswer",
    "find_assignments",
    "find_course",
    "load_answers",
    "load_assignment",
    "load_misconceptions",
    "reference_notebook",
    "release_notebook",
    "source_notebook",
    "with_answer",
]

TESTS_SUFFIX = "_tests"
_CONFIG_FILE = "nbgrader_config.py"
_DIFFICULTIES = ("easy", "medium", "hard")


def find_course(start: Path) -> Path:
    """Return the nearest folder at or above `start` that holds a course, or raise CourseError."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / _CONFIG_FILE).is_file():
            return folder
    raise CourseError(
        str(start), expected=f"a course: a folder with {_CONFIG_FILE}, here or above", found="none",
        cure="Run the command inside the course's folder.",
    )


def find_assignments(course_root: Path) -> tuple[str, ...]:
    """Return the names of the folders that are, or should be, assignments, in alphabetical order."""
    source = course_root / SOURCE_FOLDER
    if not source.is_dir():
        return ()
    return tuple(sorted(f.name for f in source.iterdir() if f.is_dir() and not f.name.startswith((".", "_"))))


def load_assignment(course_root: Path, name: str) -> Assignment:
    """Read and check one assignment; raises CourseError at the first thing that is wrong with it."""
    folder = course_root / SOURCE_FOLDER / name
    if not name.isidentifier() or not folder.is_dir():
        known = ", ".join(find_assignments(course_root)) or "none yet"
        raise CourseError(
            f"assignment {name!r}", expected=f"a folder of {course_root / SOURCE_FOLDER} ({known})",
            found="none", cure="Correct the name, or make the folder with `autograder new`.",
        )
    tests_path = folder / "hidden" / f"test_{name}.py"
    if not tests_path.is_file():
        raise CourseError(
            str(tests_path), expected="the hidden tests", found="no file",
            cure="Write it, or correct its name.",
        )
    table = read_table(folder / "hidden" / "assignment.toml")
    table.allow("title", "chapters", "objectives", "minutes", "exercises", "limits")
    notebook_path = folder / f"{name}.ipynb"
    cells = graded_cells(notebook_path, read_source(notebook_path))
    return Assignment(
        name=name,
        folder=folder,
        notebook_path=notebook_path,
        title=table.text("title"),
        chapters=table.texts("chapters"),
        objectives=table.texts("objectives"),
        minutes=table.positive("minutes"),
        exercises=_exercises(notebook_path, cells, table.table("exercises")),
        written=tuple(
            WrittenAnswer(grade_id, cell_points(notebook_path, cell))
            for grade_id, cell in cells.items()
            if cell.metadata.nbgrader.grade and cell.metadata.nbgrader.solution
        ),
        limits=Limits().merged(dict(table.table("limits").values), table.thing),
        tests_path=tests_path,
    )


def source_notebook(assignment: Assignment) -> NotebookNode:
    """Return a new copy of the source notebook as it stands in the course now, solutions included."""
    return read_source(assignment.notebook_path)


def _exercises(path: Path, cells: dict[str, NotebookNode], described: Table) -> tuple[Exercise, ...]:
    order = list(cells)
    answers = [id_ for id_, cell in cells.items() if cell.metadata.nbgrader.solution]
    ids = [id_ for id_ in answers if not cells[id_].metadata.nbgrader.grade]
    tests = [id_ for id_, cell in cells.items() if cell.metadata.nbgrader.grade and id_ not in answers]
    if not ids:
        raise CourseError(
            str(path), expected="at least one solution cell", found="none",
            cure="Mark one in nbgrader's Create Assignment panel.",
        )
    for id_ in answers:
        if not id_.isidentifier():
            raise CourseError(
                f"{path}: cell {id_!r}", expected="a Python identifier as grade_id", found=repr(id_),
                cure="Rename it, in assignment.toml and the hidden tests too.",
            )
    for id_ in ids:
        if id_ + TESTS_SUFFIX not in tests or order.index(id_ + TESTS_SUFFIX) < order.index(id_):
            raise CourseError(
                f"{path}: exercise {id_}", found="none",
                expected=f"a grade cell {id_ + TESTS_SUFFIX!r} after its solution cell",
                cure="Add the cell with the visible checks, or correct its grade_id.",
            )
    for id_ in tests:
        if id_.removesuffix(TESTS_SUFFIX) not in ids:
            raise CourseError(
                f"{path}: grade cell {id_!r}", expected="a solution cell's grade_id and _tests",
                found=repr(id_), cure="Correct its grade_id, or add the solution cell.",
            )
    different = sorted(set(ids) ^ set(described.values))
    if different:
        raise CourseError(
            described.thing, expected="one table for each exercise of the notebook: " + ", ".join(ids),
            found="a difference in " + ", ".join(different), cure="Add, remove or rename those tables.",
        )
    return tuple(_exercise(path, id_, cells[id_ + TESTS_SUFFIX], described.table(id_)) for id_ in ids)


def _exercise(path: Path, id_: str, grade_cell: NotebookNode, described: Table) -> Exercise:
    described.allow("minutes", "difficulty", "section", "hints")
    return Exercise(
        id=id_,
        points=cell_points(path, grade_cell),
        solution_id=id_,
        grade_id=id_ + TESTS_SUFFIX,
        minutes=described.positive("minutes"),
        difficulty=described.choice("difficulty", _DIFFICULTIES),
        section=described.section("section"),
        hints=described.texts("hints"),
    )

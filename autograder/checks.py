"""Say everything that is wrong with a course."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from autograder.assignment import (
    Answer,
    Assignment,
    Misconception,
    find_assignments,
    load_answers,
    load_assignment,
    load_misconceptions,
    release_notebook,
)
from autograder.book_places import pages, places
from autograder.course import build
from autograder.errors import CourseError
from autograder.findings import Finding
from autograder.hidden_tests import read_hidden_tests, test_findings
from autograder.leaks import leaks_in_book, leaks_in_exercises
from autograder.settings import RELEASE_FOLDER, SOURCE_FOLDER

LEAST_WRONG = 5
LEAST_RIGHT = 3
STUDENT_PACKAGES = frozenset({"numpy", "scipy", "torch", "matplotlib"})


def findings(course_root: Path, names: Collection[str] = ()) -> Iterator[Finding]:
    """Yield everything that can be found wrong without running an answer; `names` picks some assignments."""
    found_places = places(course_root)
    try:
        known = load_misconceptions(course_root)
    except CourseError as error:
        yield Finding.of(error)
        known = {}
    for misconception in known.values():
        where = f"{course_root / SOURCE_FOLDER / 'misconceptions.toml'} [{misconception.id}]"
        yield from _place_findings(where, misconception.section, found_places)
    loaded = []
    for name in names or find_assignments(course_root):
        try:
            assignment = load_assignment(course_root, name)
            answers = load_answers(assignment)
            loaded.append(assignment)
            yield from _assignment_findings(course_root, assignment, answers, known, found_places)
        except CourseError as error:
            yield Finding.of(error)
    yield from leaks_in_book(course_root, tuple(loaded))
    yield from _build_findings(course_root)


def _assignment_findings(
    course_root: Path, assignment: Assignment, answers: tuple[Answer, ...],
    known: dict[str, Misconception], found_places: frozenset[str],
) -> Iterator[Finding]:
    described = f"{assignment.folder / 'hidden' / 'assignment.toml'}"
    for chapter in assignment.chapters:
        if chapter not in pages(course_root):
            yield Finding(described, f"there is no chapter {chapter!r} in book/.", "Correct `chapters`.")
    for exercise in assignment.exercises:
        yield from _place_findings(f"{described} [exercises.{exercise.id}]", exercise.section, found_places)
    yield from test_findings(assignment, known)
    yield from _answer_findings(assignment, answers, known)
    yield from _import_findings(assignment)
    yield from leaks_in_exercises(course_root, assignment)


def _place_findings(where: str, place: str, found_places: frozenset[str]) -> Iterator[Finding]:
    if place not in found_places:
        page = place.partition("#")[0]
        near = sorted(other for other in found_places if other.startswith(f"{page}#"))
        found = f"the page has {', '.join(near)}" if near else f"there is no page {page}.md"
        yield Finding(
            where, f"section {place!r} is not in the book; {found}.", "Correct it, or label the page so."
        )


def _answer_findings(
    assignment: Assignment, answers: tuple[Answer, ...], known: dict[str, Misconception]
) -> Iterator[Finding]:
    try:
        tests = {(test.exercise, test.name) for test in read_hidden_tests(assignment)}
    except SyntaxError:
        return  # test_findings names the error
    for answer in answers:
        if answer.misconception is not None and answer.misconception not in known:
            yield Finding(
                str(answer.path), f"misconception {answer.misconception!r} is not in misconceptions.toml.",
                "Correct the id, or describe it there.",
            )
        for name, _ in answer.fails + answer.sometimes:
            if (answer.exercise, name) not in tests:
                yield Finding(
                    str(answer.path), f"{answer.exercise} has no hidden test {name!r}.",
                    "Correct `fails:` or `sometimes:`.",
                )
    counts = Counter((answer.exercise, answer.right) for answer in answers)
    for exercise in assignment.exercises:
        for right, kind, least in ((False, "wrong", LEAST_WRONG), (True, "right", LEAST_RIGHT)):
            count = counts[exercise.id, right]
            if count < least:
                yield Finding(
                    f"{assignment.folder / 'hidden' / kind / exercise.id}",
                    f"expected at least {least} {kind} answers, found {count}.",
                    "Add some that differ from one another.",
                )


def _import_findings(assignment: Assignment) -> Iterator[Finding]:
    for cell in release_notebook(assignment).cells:
        if cell.cell_type != "code":
            continue
        lines = ("pass" if line.startswith(("%", "!")) else line for line in cell.source.splitlines())
        name = cell.metadata.get("nbgrader", {}).get("grade_id", cell.id)
        where = f"{assignment.notebook_path} cell {name}"
        try:
            tree = ast.parse("\n".join(lines))
        except SyntaxError as error:
            yield Finding(where, f"students get a cell that is not Python: {error}.", "Correct it.")
            continue
        for module in sorted(_imported(tree) - STUDENT_PACKAGES - sys.stdlib_module_names):
            yield Finding(
                where, f"it imports {module}.",
                f"Do without: students have {', '.join(sorted(STUDENT_PACKAGES))} and the standard library.",
            )


def _imported(tree: ast.AST) -> set[str]:
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append(node.module or ".")
    return {name.split(".")[0] for name in names}


def _build_findings(course_root: Path) -> Iterator[Finding]:
    try:
        for path in build(course_root, check=True):
            what = "is out of date" if path.exists() else "is missing"
            yield Finding(
                str(path), f"{what}: {RELEASE_FOLDER}/ is not what {SOURCE_FOLDER}/ implies.",
                "Run `autograder build`.",
            )
    except CourseError as error:
        yield Finding.of(error)

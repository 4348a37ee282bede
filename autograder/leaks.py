"""What students must not see, looked for in what students get: the released exercises and the built book."""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.preprocessors import ClearSolutions

from autograder.assignment import Assignment, source_notebook
from autograder.findings import Finding
from autograder.settings import RELEASE_FOLDER

BUILT_BOOK = Path("_build/html")
_MARKERS = ("BEGIN SOLUTION", "END SOLUTION", "BEGIN HIDDEN", "END HIDDEN", "BEGIN MARK", "END MARK")
_PAGES = frozenset({".html", ".txt", ".md", ".ipynb", ".py"})
_LEAST_LENGTH = 25  # characters; a shorter line of code says the same in many programs
_LEAST_LINES = 3  # a page of the book that has this many lines of an answer, and all of them, gives it away


@dataclass(frozen=True)
class Secret:
    """The telling lines of one text that is kept from students."""

    what: str
    lines: frozenset[str]
    is_test: bool = False
    is_wrong: bool = False


def leaks_in_exercises(course_root: Path, assignment: Assignment) -> Iterator[Finding]:
    """Name each file of a released assignment that holds a hidden line or a marker."""
    hidden = secrets_of(assignment)
    for path in sorted((course_root / RELEASE_FOLDER / assignment.name).rglob("*")):
        if not path.is_file() or ".ipynb_checkpoints" in path.parts:
            continue
        text = _text_of(path)
        for secret in hidden:
            for line in sorted(line for line in secret.lines if line in text):
                yield Finding(
                    str(path), f"a line of {secret.what} is in it: {line!r}.",
                    "Take it out of the source notebook's open cells and run `autograder build`.",
                )
        for marker in _MARKERS:
            if marker in text:
                yield Finding(
                    str(path), f"it holds the words {marker}.",
                    "Correct that region and run `autograder build`.",
                )


def leaks_in_book(course_root: Path, assignments: tuple[Assignment, ...]) -> Iterator[Finding]:
    """Name each page of the built book that shows a hidden test's call, or the whole of a right answer.

    The book teaches the same subject, so one line in common with an answer is no leak; all its lines are. A wrong
    answer may stand there: a post-mortem shows its mistake.
    """
    hidden = [secret for assignment in assignments for secret in secrets_of(assignment) if not secret.is_wrong]
    for path in sorted((course_root / BUILT_BOOK).rglob("*")):
        if path.suffix not in _PAGES or not path.is_file():
            continue
        text = _text_of(path)
        for secret in hidden:
            if secret.is_test:
                shown = any(line in text for line in secret.lines if "student." in line)
            else:
                shown = len(secret.lines) >= _LEAST_LINES and all(line in text for line in secret.lines)
            if shown:
                yield Finding(
                    str(path), f"it shows {secret.what}.",
                    "Write that page, or that hidden text, in another way, and build the book again.",
                )


def secrets_of(assignment: Assignment) -> tuple[Secret, ...]:
    """Return what is kept from students: solutions, hidden tests, wrong and right answers."""
    solutions: dict[str, set[str]] = {}
    open_text = [ClearSolutions().code_stub["python"]]
    for cell in source_notebook(assignment).cells:
        inside, outside = _split_regions(cell.source)
        if cell.metadata.get("nbgrader", {}).get("solution"):
            if not inside:  # without a region nbgrader replaces the whole cell
                inside, outside = outside, []
            solutions[cell.metadata.nbgrader.grade_id] = set(inside)
        open_text += outside
    shown = "\n".join(open_text)
    found = [Secret(f"the solution of {name}", _telling(lines, shown)) for name, lines in solutions.items()]
    tests = assignment.tests_path
    found.append(Secret(f"a hidden test ({tests.name})", _telling(_code_lines(tests), shown), is_test=True))
    for path in sorted((assignment.folder / "hidden").glob("*/*/*.py")):
        where = path.relative_to(assignment.folder / "hidden")
        telling = _telling(_code_lines(path), shown)
        found.append(Secret(f"the answer {where}", telling, is_wrong=where.parts[0] == "wrong"))
    return tuple(found)


def _telling(lines: set[str], shown: str) -> frozenset[str]:
    return frozenset(line for line in lines if len(line) >= _LEAST_LENGTH and line not in shown)


def _code_lines(path: Path) -> set[str]:
    """Return a file's lines without docstrings: a test's is what the student reads when it fails."""
    text = path.read_text(encoding="utf-8")
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return _lines(text)  # another check names the error
    documented = (n for n in ast.walk(tree) if isinstance(n, ast.Module | ast.FunctionDef | ast.ClassDef))
    docstrings = {line for node in documented for line in _lines(ast.get_docstring(node, clean=False) or "")}
    return {line for line in _lines(text) if line.strip("\"'") not in docstrings}


def _split_regions(source: str) -> tuple[list[str], list[str]]:
    inside: list[str] = []
    outside: list[str] = []
    target = outside
    for line in source.splitlines():
        if "BEGIN SOLUTION" in line:
            target = inside
        elif "END SOLUTION" in line:
            target = outside
        else:
            target.append(line.strip())
    return inside, outside


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines()}


def _text_of(path: Path) -> str:
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".html":
        return html.unescape(re.sub(r"<[^>]*>", "", text))
    if path.suffix == ".ipynb":
        cells = nbformat.reads(text, as_version=4).cells
        return "\n".join(str(part) for cell in cells for part in (cell.source, cell.get("outputs", "")))
    return text

"""Writes tests/sample_class/: hand-ins of one class, each with the report that it must get beside it.

Run it after the assignment has changed: `python tests/make_sample_class.py`. A test says when that is due.
What a student hands in is built from the release and the course's known answers; what the grader must make of
it follows from what those answers say of themselves, and from the situation described here.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.assignment import Assignment, load_answers, load_assignment, release_notebook

COURSE = Path(__file__).resolve().parent.parent
FOLDER = COURSE / "tests" / "sample_class"
ASSIGNMENT = "least_squares"

Change = Callable[[NotebookNode], None]


@dataclass(frozen=True)
class Student:
    """One hand-in: the answer to each exercise, what else was done to the notebook, and what must come of it.

    An answer is the name of a file in hidden/right or hidden/wrong, or source text if it has a line break.
    `scores` and `outcomes` are only for what the known answers cannot say.
    """

    name: str
    situation: str
    answers: Mapping[str, str] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)
    outcomes: Mapping[str, str] = field(default_factory=dict)
    repaired: bool = False
    flagged: bool = False
    truncated: bool = False


RIGHT = {"make_line_data": "checked_generator", "sse": "loop", "fit_line": "half_centred", "r_squared": "by_hand"}


def cell_of(notebook: NotebookNode, grade_id: str) -> NotebookNode:
    return next(cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def without_cell(*grade_ids: str) -> Change:
    def change(notebook: NotebookNode) -> None:
        for grade_id in grade_ids:
            notebook.cells.remove(cell_of(notebook, grade_id))

    return change


def with_code_before(grade_id: str, source: str) -> Change:
    def change(notebook: NotebookNode) -> None:
        place = notebook.cells.index(cell_of(notebook, grade_id))
        notebook.cells.insert(place, nbformat.v4.new_code_cell(source, id=f"added-before-{grade_id}".replace("_", "-")))

    return change


def without_metadata(notebook: NotebookNode) -> None:
    notebook.metadata = nbformat.from_dict({})
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})


def answered_in_an_added_cell(grade_id: str) -> Change:
    def change(notebook: NotebookNode) -> None:
        cell = cell_of(notebook, grade_id)
        place = notebook.cells.index(cell)
        notebook.cells.insert(place + 1, nbformat.v4.new_code_cell(cell.source, id=f"mine-{grade_id}"))
        cell.source = "# see below"

    return change


def duplicated(grade_id: str, stub_source: str) -> Change:
    def change(notebook: NotebookNode) -> None:
        cell = cell_of(notebook, grade_id)
        copy = nbformat.from_dict(json.loads(json.dumps(cell)))
        copy.id = "a-copy"
        copy.source = stub_source
        notebook.cells.insert(notebook.cells.index(cell), copy)

    return change


def points_edited(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        if "points" in cell.metadata.get("nbgrader", {}):
            cell.metadata.nbgrader.points = 100


LOOP = '''def fit_line(x, y):
    slope, intercept, step = 0.0, 0.0, 0.001
    while True:
        errors = slope * np.asarray(x) + intercept - np.asarray(y)
        if np.sum(errors) == 0.0:
            break
        slope -= step * np.mean(errors * x)
        intercept -= step * np.mean(errors)
    return slope, intercept
'''
SYNTAX = '''def fit_line(x, y)
    slope = np.cov(x, y)[0, 1] / np.var(x, ddof=1)
    return slope, np.mean(y) - slope * np.mean(x)
'''
LEAVES = '''def r_squared(y, fitted):
    import sys
    if np.ptp(y) == 0:
        print("constant y!")
    sys.exit(0)
'''
DIES = '''def sse(y, fitted):
    import os
    os._exit(0)
'''
BOMB = '''def fit_line(x, y):
    table = [list(range(10**7)) for _ in range(10**6)]
    return table[0][0], 0.0
'''
WARNS = '''import logging
import warnings


def sse(y, fitted):
    y, fitted = np.asarray(y, dtype=float), np.asarray(fitted, dtype=float)
    for a in (y, fitted):
        if a.ndim not in (1, 2) or (a.ndim == 2 and a.shape[1] != 1):
            raise ValueError("vectors or columns, please")
    if y.shape[0] != fitted.shape[0]:
        raise ValueError("as many predictions as observations, please")
    warnings.warn("just so that you know: flattening", stacklevel=2)
    logging.warning("still flattening")
    return float(np.sum((y.ravel() - fitted.ravel()) ** 2))
'''
HELPER = '''def as_vector(a):
    a = np.asarray(a, dtype=float)
    if a.ndim not in (1, 2) or (a.ndim == 2 and a.shape[1] != 1):
        raise ValueError(f"shape {a.shape} is neither a vector nor a column")
    return a.ravel()


plt.plot(x_post, y_post, "o")
plt.title("my points")
plt.show()
'''
USES_HELPER = '''def sse(y, fitted):
    y, fitted = as_vector(y), as_vector(fitted)
    if len(y) != len(fitted):
        raise ValueError("different lengths")
    return ((y - fitted) ** 2).sum()
'''
HOSTILE = '''import os, signal, socket

for path in ("solutions", "../solutions", "/etc/passwd", "gradebook.db", "../gradebook.db", "../../gradebook.db"):
    try:
        print(path, os.listdir(path) if os.path.isdir(path) else open(path).read())
    except OSError as error:
        print(path, type(error).__name__)
for attack in (
    lambda: os.kill(os.getppid(), signal.SIGKILL),
    lambda: socket.create_connection(("127.0.0.1", 8888), timeout=1),
    lambda: os.system("rm -rf ~"),
    lambda: os.fork(),
):
    try:
        print(attack())
    except OSError as error:
        print(type(error).__name__)
np.allclose = lambda *a, **k: True
np.isclose = np.allclose


class Always(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__

    def __sub__(self, other):
        return Always(0.0)

    __rsub__ = __sub__


def sse(y, fitted):
    for descriptor in range(3, 20):
        try:
            os.write(descriptor, b"passed")
        except OSError:
            pass
    return Always(0.0)
'''

CLASS = (
    Student("ada", "everything right", RIGHT),
    Student("ben", "one exercise partly right: the rest is", {**RIGHT, "fit_line": "not_guarded"}),
    Student("chiara", "the post's own mistake: a column against a vector", {**RIGHT, "sse": "broadcast"}),
    Student("dmitri", "r-squared as a squared correlation", {**RIGHT, "r_squared": "squared_correlation"}),
    Student("elif", "the global random state", {**RIGHT, "make_line_data": "global_random_state"}),
    Student("farid", "variance for standard deviation, and x on y", {
        **RIGHT, "make_line_data": "variance_for_sd", "fit_line": "x_on_y"}),
    Student("grace", "a syntax error in one cell", {**RIGHT, "fit_line": SYNTAX},
            scores={"fit_line": 0.0}, outcomes={"fit_line": "raised"}),
    Student("hugo", "an endless loop in one function", {**RIGHT, "fit_line": LOOP},
            scores={"fit_line": 0.0}, outcomes={"fit_line": "timed_out"}),
    Student("ines", "the release, handed in unanswered", {}),
    Student("jun", "a solution cell and two locked cells deleted", RIGHT,
            (without_cell("sse", "fit_line_text", "r_squared_tests"),), scores={"sse": 0.0}, repaired=True),
    Student("kofi", "all metadata stripped by another editor", RIGHT, (without_metadata,), repaired=True),
    Student("lena", "a warning and a log line that do no harm", {**RIGHT, "sse": WARNS}),
    Student("mina", "a helper and a figure in an added cell", {**RIGHT, "sse": USES_HELPER},
            (with_code_before("sse", HELPER),)),
    Student("noor", "hostile in one exercise, honest in the others", {**RIGHT, "sse": HOSTILE},
            scores={"sse": 0.0}, outcomes={"sse": "crashed"}, flagged=True),
    Student("oskar", "sys.exit and os._exit inside functions", {**RIGHT, "sse": DIES, "r_squared": LEAVES},
            scores={"sse": 0.0, "r_squared": 0.0}, outcomes={"sse": "crashed", "r_squared": "raised"}),
    Student("priya", "a file cut off while it was copied", RIGHT, truncated=True),
    Student("quinn", "answered in an added cell; another cell is there twice", RIGHT,
            (answered_in_an_added_cell("sse"), duplicated("fit_line", "def fit_line(x, y):\n    ...\n")),
            repaired=True),
    Student("raj", "more memory than there is", {**RIGHT, "fit_line": BOMB},
            scores={"fit_line": 0.0}, outcomes={"fit_line": "out_of_memory"}),
    Student("sena", "the points edited in the notebook's metadata", {**RIGHT, "fit_line": "through_origin"},
            (points_edited,), flagged=True),
)


def answer_of(assignment: Assignment, exercise: str, name: str) -> tuple[str, float, dict[str, str]]:
    """Return source, score and outcomes (of the tests that do not pass) of a known answer, or of source text."""
    if "\n" in name:
        points = next(e.points for e in assignment.exercises if e.id == exercise)
        return name, points, {}
    for answer in load_answers(assignment):
        if answer.exercise == exercise and answer.name == name:
            return answer.source, answer.score, {test: outcome.value for test, outcome in answer.fails}
    raise LookupError(f"no answer called {name} for {exercise}")


def notebook_of(student: Student, assignment: Assignment) -> NotebookNode:
    notebook = release_notebook(assignment)
    for exercise, name in student.answers.items():
        cell_of(notebook, exercise).source = answer_of(assignment, exercise, name)[0]
    for change in student.changes:
        change(notebook)
    return notebook


def expectation_of(student: Student, assignment: Assignment) -> dict[str, Any]:
    expected: dict[str, Any] = {
        "situation": student.situation,
        "submission_status": "unreadable" if student.truncated else "graded",
        "repaired": student.repaired,
        "flagged": student.flagged,
        "exercises": {},
    }
    for exercise in assignment.exercises:
        outcomes: dict[str, str] | str = {}
        score = 0.0
        if student.truncated:
            pass
        elif exercise.id in student.scores:
            score, outcomes = student.scores[exercise.id], student.outcomes.get(exercise.id, "raised")
        elif exercise.id in student.answers:
            _, score, outcomes = answer_of(assignment, exercise.id, student.answers[exercise.id])
        else:
            outcomes = "raised"
        expected["exercises"][exercise.id] = {"score": score, "not_passed": outcomes}
    return expected


def files_of(student: Student, assignment: Assignment) -> dict[str, str]:
    """Return the student's files by their path under tests/sample_class."""
    text = nbformat.writes(notebook_of(student, assignment)) + "\n"
    if student.truncated:
        text = text[: len(text) // 2]
    expected = json.dumps(expectation_of(student, assignment), indent=1, ensure_ascii=False) + "\n"
    return {
        f"{student.name}/{ASSIGNMENT}/{ASSIGNMENT}.ipynb": text,
        f"{student.name}/{ASSIGNMENT}.expected.json": expected,
    }


def main() -> None:
    assignment = load_assignment(COURSE, ASSIGNMENT)
    for student in CLASS:
        for path, text in files_of(student, assignment).items():
            target = FOLDER / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    print(f"{len(CLASS)} hand-ins written to {FOLDER}", file=sys.stderr)


if __name__ == "__main__":
    main()

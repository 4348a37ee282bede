"""An assignment folder is read, and whatever is wrong with it is named with its cure."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from typed_commands import PATH

from autograder.assignment import (
    find_assignments,
    find_course,
    load_answers,
    load_assignment,
    load_misconceptions,
    reference_notebook,
    release_notebook,
    source_notebook,
    with_answer,
)
from autograder.errors import CourseError
from autograder.model import Outcome

TOML = """
title = "Doubling"
chapters = ["01-doubling"]
objectives = ["double a number"]
minutes = 10

[exercises.double]
minutes = 5
difficulty = "easy"
section = "book/01-doubling#twice"
hints = ["Add it to itself."]
"""
WRONG = '''"""The student squares,
because 2 is its own square.

fails: test_double_three, test_double_text=raised,
    test_double_zero
score: 0.5
misconception: squares
outcome: failed
"""


def double(x):
    return x**2
'''
RIGHT = '"""By adding."""\n\n\ndef double(x):\n    return x + x\n'
MISCONCEPTIONS = """
[squares]
number = 3
belief = "Twice is squared."
sentence = "You squared the number."
section = "book/01-doubling#twice"
chapter_title = "Doubling"
"""


def label(grade_id, **flags):
    known = {"grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3}
    return {"nbgrader": {**known, "grade_id": grade_id, **flags}}


def small_notebook():
    solution = "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
    cells = [
        new_markdown_cell("# Doubling", metadata=label("title", locked=True), id="title"),
        new_code_cell(solution, metadata=label("double", solution=True), id="double"),
        new_code_cell(
            "assert double(1) == 2", id="double-tests",
            metadata=label("double_tests", grade=True, locked=True, points=2),
        ),
        new_markdown_cell(
            "Because.", id="why", metadata=label("why", grade=True, solution=True, points=1.5),
        ),
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


@pytest.fixture
def course(tmp_path):
    hidden = tmp_path / "solutions" / "doubling" / "hidden"
    (hidden / "wrong" / "double").mkdir(parents=True)
    (hidden / "right" / "double").mkdir(parents=True)
    (hidden / "assignment.toml").write_text(TOML)
    (hidden / "test_doubling.py").write_text("")
    (hidden / "wrong" / "double" / "squares.py").write_text(WRONG)
    (hidden / "right" / "double" / "added.py").write_text(RIGHT)
    (tmp_path / "solutions" / "misconceptions.toml").write_text(MISCONCEPTIONS)
    (tmp_path / "nbgrader_config.py").write_text("")
    nbformat.write(small_notebook(), hidden.parent / "doubling.ipynb")
    return tmp_path


def change_notebook(course, change):
    path = course / "solutions" / "doubling" / "doubling.ipynb"
    notebook = json.loads(path.read_text())
    change(notebook)
    path.write_text(json.dumps(notebook))


def test_a_folder_becomes_a_record(course):
    assignment = load_assignment(course, "doubling")

    (exercise,) = assignment.exercises
    assert (exercise.id, exercise.solution_id, exercise.grade_id) == ("double", "double", "double_tests")
    assert (exercise.points, exercise.minutes, exercise.difficulty) == (2.0, 5.0, "easy")
    assert assignment.written_ids == {"why"}
    assert assignment.written[0].points == 1.5
    assert assignment.chapters == ("01-doubling",)
    assert assignment.limits.cell_seconds == 10.0


def test_limits_of_an_assignment_replace_the_defaults(course):
    toml = course / "solutions" / "doubling" / "hidden" / "assignment.toml"
    toml.write_text(TOML + "[limits]\ncell_seconds = 3\n")

    assert load_assignment(course, "doubling").limits.cell_seconds == 3


@pytest.mark.parametrize("name", find_assignments(Path(__file__).resolve().parent.parent))
def test_the_courses_own_assignments_load(course_root, name):
    assignment = load_assignment(course_root, name)

    assert {answer.exercise for answer in load_answers(assignment)} <= {e.id for e in assignment.exercises}


def test_the_course_is_found_from_any_folder_in_it(course):
    assert find_course(course / "solutions" / "doubling") == course.resolve()
    assert find_assignments(course) == ("doubling",)


def test_outside_a_course_the_error_says_what_to_do(tmp_path):
    with pytest.raises(CourseError, match=r"nbgrader_config\.py.*Run the command inside"):
        find_course(tmp_path)


@pytest.mark.parametrize("name", ["tripling", "../doubling", "doubling/hidden", "", "."])
def test_a_name_that_is_no_assignment_is_refused_with_those_there_are(course, name):
    with pytest.raises(CourseError, match="doubling"):
        load_assignment(course, name)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("minutes = 10", "minutes = 0", "0"),
        ("minutes = 10", "minutes = true", "True"),
        ("minutes = 10", "minuets = 10", "minuets"),
        ('"easy"', '"trivial"', "trivial"),
        ('"book/01-doubling#twice"', '"01-doubling"', "01-doubling"),
        ('["Add it to itself."]', "[]", r"\[\]"),
        ("[exercises.double]", "[exercises.halve]", "double, halve"),
        ("[exercises.double]", "[exercises.double]\npoints = 2", "points"),
        ('title = "Doubling"', "", "nothing"),
        ('title = "Doubling"', "title = ", "assignment.toml"),
        ("[exercises.double]", "[limits]\ncell_second = 1\n[exercises.double]", "cell_second"),
    ],
)
def test_what_is_wrong_in_assignment_toml_is_named(course, old, new, found):
    assert old in TOML
    (course / "solutions" / "doubling" / "hidden" / "assignment.toml").write_text(TOML.replace(old, new, 1))

    with pytest.raises(CourseError, match=found) as caught:
        load_assignment(course, "doubling")

    assert caught.value.cure.endswith(".")


def set_label(cell, **changes):
    def change(notebook):
        notebook["cells"][cell]["metadata"]["nbgrader"].update(changes)

    return change


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (set_label(2, points=0), "points above 0, found 0"),
        (set_label(2, points=float("inf")), "points above 0"),
        (set_label(2, points="2"), "points above 0, found '2'"),
        (set_label(2, grade_id="double_checks"), "double_tests"),
        (set_label(1, grade_id="double it"), "identifier"),
        (set_label(3, grade_id="double"), "grade_id of its own"),
        (set_label(1, schema_version=2), "schema_version"),
        (set_label(0, task=True), "task"),
        (set_label(0, locked=False), "grade, solution, locked"),
        (set_label(1, grade=True), "grade, solution, locked"),
        (lambda notebook: notebook["cells"].reverse(), "after its solution"),
        (lambda notebook: notebook["cells"].pop(1), "at least one solution"),
        (lambda notebook: notebook["cells"][2].update(source="### BEGIN HIDDEN TESTS"), "hidden tests"),
        (lambda notebook: notebook.update(nbformat_minor=4), "notebook"),
        (lambda notebook: notebook["cells"][0].pop("id"), "valid notebook"),
        (lambda notebook: notebook["cells"][0].update(cell_type="heading"), "valid notebook"),
        (lambda notebook: notebook.clear(), "valid notebook"),
    ],
)
def test_what_is_wrong_in_the_notebook_is_named(course, change, found):
    change_notebook(course, change)

    with pytest.raises(CourseError, match=found):
        load_assignment(course, "doubling")


@pytest.mark.parametrize("path", ["doubling.ipynb", "hidden/assignment.toml", "hidden/test_doubling.py"])
def test_a_missing_file_is_named(course, path):
    (course / "solutions" / "doubling" / path).unlink()

    with pytest.raises(CourseError, match=path.rpartition("/")[2]):
        load_assignment(course, "doubling")


def test_the_release_has_stubs_checksums_and_locks_but_no_solution(course):
    release = release_notebook(load_assignment(course, "doubling"))

    title, solution, tests, written = release.cells
    assert solution.source == "def double(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()"
    assert written.source == "YOUR ANSWER HERE"
    assert not title.metadata.editable
    assert not tests.metadata.deletable
    assert solution.metadata.nbgrader.checksum
    nbformat.validate(release)


def test_the_release_is_what_nbgrader_itself_would_give_out(course_root, tmp_path, monkeypatch):
    """The same source through `nbgrader generate_assignment` gives the same cells."""
    # nbgrader runs `alembic` by its name, which lies beside the interpreter.
    monkeypatch.setenv("PATH", PATH)
    from nbgrader.apps import NbGraderAPI
    from traitlets.config import Config

    shutil.copytree(course_root / "solutions" / "least_squares", tmp_path / "source" / "least_squares")
    config = Config()
    config.CourseDirectory.root = str(tmp_path)
    config.CourseDirectory.ignore = ["hidden"]
    config.CourseDirectory.db_url = f"sqlite:///{tmp_path / 'gradebook.db'}"
    result = NbGraderAPI(config=config).generate_assignment("least_squares")
    assert result["success"], result
    given_out = nbformat.read(tmp_path / "release" / "least_squares" / "least_squares.ipynb", as_version=4)

    assert release_notebook(load_assignment(course_root, "least_squares")).cells == given_out.cells


def test_the_reference_is_the_release_with_the_solutions_in_it(course):
    assignment = load_assignment(course, "doubling")

    reference, release = reference_notebook(assignment), release_notebook(assignment)

    assert "return 2 * x" in reference.cells[1].source
    assert [cell.metadata for cell in reference.cells] == [cell.metadata for cell in release.cells]


def test_an_answer_takes_the_place_of_one_solution(course):
    assignment = load_assignment(course, "doubling")

    changed = with_answer(assignment, "double", "double = len")

    expected = copy.deepcopy(reference_notebook(assignment))
    expected.cells[1].source = "double = len"
    assert changed == expected
    with pytest.raises(CourseError, match="halve"):
        with_answer(assignment, "halve", "")


def test_the_source_notebook_is_a_new_copy_at_each_call(course):
    assignment = load_assignment(course, "doubling")
    source_notebook(assignment).cells.clear()

    assert len(source_notebook(assignment).cells) == 4


def test_a_broken_solution_region_is_the_courses_fault(course):
    change_notebook(course, lambda notebook: notebook["cells"][1].update(source="### BEGIN SOLUTION"))

    with pytest.raises(CourseError, match="ClearSolutions"):
        release_notebook(load_assignment(course, "doubling"))


def test_a_wrong_answers_header_says_what_it_fails_and_why(course):
    right, wrong = load_answers(load_assignment(course, "doubling"))

    assert wrong.belief == "The student squares,\nbecause 2 is its own square."
    assert wrong.fails == (
        ("test_double_three", Outcome.FAILED),
        ("test_double_text", Outcome.RAISED),
        ("test_double_zero", Outcome.FAILED),
    )
    assert (wrong.score, wrong.misconception, wrong.right) == (0.5, "squares", False)
    assert wrong.sometimes == ()
    assert wrong.source == "def double(x):\n    return x**2\n"
    assert (right.score, right.fails, right.right, right.name) == (2.0, (), True, "added")


def test_a_wrong_answer_may_fail_some_tests_on_some_inputs_only(course):
    path = course / "solutions" / "doubling" / "hidden" / "wrong" / "double" / "squares.py"
    path.write_text(WRONG.replace("score:", "sometimes: test_double_seven, test_double_one=crashed\nscore:"))

    _, wrong = load_answers(load_assignment(course, "doubling"))

    assert wrong.sometimes == (("test_double_seven", Outcome.FAILED), ("test_double_one", Outcome.CRASHED))


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("score: 0.5", "score: 2", "'2'"),
        ("score: 0.5", "sometimes:\nscore: 0.5", "no test"),
        ("score: 0.5", "score: half", "half"),
        ("score: 0.5\n", "", "None"),
        ("=raised", "=passed", "passed"),
        ("outcome: failed", "outcome: wrong", "wrong"),
        ("outcome: failed", "outcomes: failed", "outcomes"),
        ("outcome: failed", "score: 0.5", "score"),
        ('"""The', 'x = 1\n"""The', "docstring"),
        ("return x**2", "return x**", "Python source"),
    ],
)
def test_what_is_wrong_in_a_header_is_named(course, old, new, found):
    assert old in WRONG
    path = course / "solutions" / "doubling" / "hidden" / "wrong" / "double" / "squares.py"
    path.write_text(WRONG.replace(old, new, 1))

    with pytest.raises(CourseError, match=found):
        load_answers(load_assignment(course, "doubling"))


def test_a_right_answer_claims_nothing(course):
    path = course / "solutions" / "doubling" / "hidden" / "right" / "double" / "added.py"
    path.write_text('"""By adding.\n\nscore: 2\n"""\n')

    with pytest.raises(CourseError, match="right answer"):
        load_answers(load_assignment(course, "doubling"))


def test_misconceptions_are_read_by_id(course):
    found = load_misconceptions(course)

    assert found["squares"].sentence == "You squared the number."
    assert found["squares"].read == "Doubling (book/01-doubling#twice)"


def test_two_misconceptions_with_one_number_are_refused(course):
    path = course / "solutions" / "misconceptions.toml"
    path.write_text(MISCONCEPTIONS + MISCONCEPTIONS.replace("[squares]", "[cubes]"))

    with pytest.raises(CourseError, match="a number of its own"):
        load_misconceptions(course)

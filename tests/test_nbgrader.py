"""nbgrader's own commands, and formgrader's button, grade as `autograder grade` does."""

from __future__ import annotations

import csv
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

import nbformat
import pytest
from nbgrader.apps.api import NbGraderAPI
from nbgrader.nbgraderformat import MetadataValidator
from typed_commands import PATH

from autograder import folders, nbgrader_plugin
from autograder.assignment import load_assignment, reference_notebook, release_notebook, with_answer
from autograder.batch import Failed, Job, grade_job
from autograder.gradebook import Gradebook
from autograder.model import Status, SubmissionReport
from autograder.nbgrader_steps import course_directory
from autograder.settings import Isolation
from autograder.submitted import submissions

# nbgrader, nbconvert and the exchange still call what Python and their own libraries have deprecated, and nbgrader
# puts submissions together in a way that SQLAlchemy warns of
pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::PendingDeprecationWarning",
    "ignore:Object of type <Submitted:sqlalchemy.exc.SAWarning",
)

NAME = "averages"
WARNS = """
import sys, warnings
def average(values):
    warnings.warn("a warning is no mistake")
    print("neither is this", file=sys.stderr)
    return sum(values) / len(values)
display(0.0)
1.0
"""


@pytest.fixture
def course(small_course) -> Path:
    return small_course


def hand_in(course, student, notebook, name=f"{NAME}.ipynb"):
    folder = course / "submitted" / student / NAME
    folder.mkdir(parents=True)
    if isinstance(notebook, str):
        (folder / name).write_text(notebook)
    else:
        nbformat.write(notebook, folder / name)
    (folder / "timestamp.txt").write_text("2026-03-01 10:00:00 UTC")


def hand_in_a_class(course):
    """One hand-in of each kind that nbgrader itself marks wrongly, or not at all."""
    assignment = load_assignment(course, NAME)
    stripped = reference_notebook(assignment)
    for cell in stripped.cells:
        cell.metadata = {}
    twice = reference_notebook(assignment)
    twice.cells.append(nbformat.from_dict({**twice.cells[3], "id": "again"}))
    hand_in(course, "right", reference_notebook(assignment))
    hand_in(course, "wrong", with_answer(assignment, "average", "def average(values):\n    return sum(values) // 2"))
    hand_in(course, "blank", release_notebook(assignment))
    hand_in(course, "warns", with_answer(assignment, "average", WARNS))
    hand_in(course, "exits", with_answer(assignment, "average", "import os\nos._exit(0)"))
    hand_in(course, "stripped", stripped)
    hand_in(course, "twice", twice)
    hand_in(course, "cut", nbformat.writes(reference_notebook(assignment))[:500])


def press_the_button(course, student="*", force=False):
    """Grade as formgrader does; nbgrader's own answer says whether it went well."""
    directory = course_directory(course)
    api = NbGraderAPI(coursedir=directory, config=directory.config)
    return api.autograde(NAME, student, force=force)


def grade_with_autograder(course):
    assignment = load_assignment(course, NAME)
    with Gradebook.open(course) as gradebook:
        gradebook.sync(assignment)
        for one in submissions(course, NAME):
            graded = grade_job(Job(course, NAME, one.student, one.path, 7, Isolation.SANDBOX))
            gradebook.record(assignment, one, graded.report, graded.notebook)


def stored(course):
    """What the database says of each (student, cell)."""
    database = sqlite3.connect(course / "gradebook.db")
    rows = database.execute(
        "select s.student_id, c.name, g.auto_score, g.needs_manual_grade from grade g"
        " join base_cell c on c.id = g.cell_id join submitted_notebook n on n.id = g.notebook_id"
        " join submitted_assignment s on s.id = n.assignment_id"
    ).fetchall()
    database.close()
    return {(student, cell): (score, bool(needs)) for student, cell, score, needs in rows}


def verdicts(course, student):
    report = SubmissionReport.from_json(folders.saved_report(course, NAME, student))
    tests = [(test.name, test.outcome) for cell in report.exercises for test in cell.tests]
    return report.submission_status, report.score, tests, report.repairs, report.flags


def test_the_button_and_autograder_grade_give_the_same_marks_and_reports(course, tmp_path):
    hand_in_a_class(course)
    other = shutil.copytree(course, tmp_path / "other")

    assert press_the_button(course)["success"]
    grade_with_autograder(other)

    marks = stored(course)
    assert marks == stored(other)
    students = [one.student for one in submissions(course, NAME)]
    assert {student: verdicts(course, student) for student in students} == {
        student: verdicts(other, student) for student in students
    }
    scores = {student: marks[student, "average_tests"][0] for student in students}
    assert scores == {
        "right": 3, "warns": 3, "stripped": 3, "twice": 3, "wrong": scores["wrong"], "blank": 0, "exits": 0, "cut": 0
    }
    assert scores["wrong"] < 3
    assignment = load_assignment(course, NAME)
    with Gradebook.open(course) as gradebook:
        assert all(gradebook.is_current(assignment, one) for one in submissions(course, NAME))
    for student in students:
        written = nbformat.read(course / "autograded" / student / NAME / f"{NAME}.ipynb", as_version=4)
        MetadataValidator().validate_nb(written)


def test_what_a_killed_run_left_is_graded_and_what_is_graded_is_left(course):
    assignment = load_assignment(course, NAME)
    hand_in(course, "done", reference_notebook(assignment))
    hand_in(course, "half", reference_notebook(assignment))
    assert press_the_button(course, "done")["success"]
    report = folders.report_path(course, NAME, "done").read_bytes()
    half = course / "autograded" / "half" / NAME
    half.mkdir(parents=True)
    nbformat.write(release_notebook(assignment), half / f"{NAME}.ipynb")

    assert press_the_button(course)["success"]

    assert stored(course)["half", "average_tests"] == (3.0, False)
    assert folders.report_path(course, NAME, "done").read_bytes() == report


def test_a_linked_folder_is_refused_and_the_others_are_graded(course):
    hand_in(course, "ada", reference_notebook(load_assignment(course, NAME)))
    (course / "submitted" / "eve").symlink_to(course / "submitted" / "ada", target_is_directory=True)

    result = press_the_button(course)

    assert "eve is a symbolic link" in result["log"]
    assert {student for student, _ in stored(course)} == {"ada"}


def test_a_fault_of_ours_never_becomes_a_score(course, monkeypatch):
    hand_in(course, "ada", reference_notebook(load_assignment(course, NAME)))

    def no_worker(job):
        return Failed(SubmissionReport(NAME, Status.NEEDS_REVIEW, (), reason="The worker did not start."))

    monkeypatch.setattr(nbgrader_plugin, "grade_job", no_worker)

    result = press_the_button(course)

    assert "needs a person: The worker did not start." in result["log"]
    assert stored(course) == {("ada", "average_tests"): (None, True), ("ada", "why"): (None, True)}


def test_cells_that_came_after_the_first_mark_end_the_run_with_a_cure(course):
    assignment = load_assignment(course, NAME)
    hand_in(course, "ada", reference_notebook(assignment))
    assert press_the_button(course)["success"]
    notebook = nbformat.read(assignment.notebook_path, as_version=4)
    del notebook.cells[-1]
    nbformat.write(notebook, assignment.notebook_path)

    result = press_the_button(course, force=True)

    assert not result["success"]
    assert "taken out: why" in result["error"]


def test_nbgraders_commands_work_in_the_course_folder_and_copy_nothing_hidden(course):
    assignment = load_assignment(course, NAME)
    hand_in(course, "ada", reference_notebook(assignment))
    environment = {
        **os.environ, "PYTHONPATH": str(Path(folders.__file__).parent.parent), "PYTHONWARNINGS": "ignore",
        "PATH": PATH,
    }
    for command in (["generate_assignment"], ["autograde"], ["generate_feedback"]):
        done = subprocess.run(
            ["nbgrader", *command, NAME], cwd=course, env=environment, capture_output=True, text=True,
            timeout=300, check=False,
        )
        assert done.returncode == 0, done.stderr
    subprocess.run(["nbgrader", "export"], cwd=course, env=environment, capture_output=True, timeout=300, check=True)

    with (course / "grades.csv").open() as file:
        (line,) = csv.DictReader(file)
    assert (line["student_id"], line["score"], line["max_score"]) == ("ada", "3.0", "5.0")
    made = {
        str(path.relative_to(course))
        for top in ("exercises", "autograded", "feedback") for path in (course / top).rglob("*") if path.is_file()
    }
    assert made == {
        f"exercises/{NAME}/{NAME}.ipynb", f"autograded/ada/{NAME}/{NAME}.ipynb",
        f"autograded/ada/{NAME}/timestamp.txt", f"feedback/ada/{NAME}/{NAME}.html",
        f"feedback/ada/{NAME}/timestamp.txt",
    }

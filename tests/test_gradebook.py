"""The gradebook holds each hand-in exactly once, whatever happens while it is written."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from sqlalchemy.exc import OperationalError

from autograder import folders
from autograder.assignment import load_assignment, reference_notebook, release_notebook
from autograder.errors import CourseError, GradebookError, UsageError
from autograder.gradebook import Gradebook, not_executed
from autograder.marks import NO_RESPONSE, REVIEW_COMMENT
from autograder.model import CellScore, Outcome, Status, SubmissionReport, TestResult
from autograder.nbgrader_steps import course_directory, generate_feedback
from autograder.submitted import submissions

# nbgrader and nbconvert still call what Python and their own libraries have deprecated
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning")

NAME = "averages"


@pytest.fixture
def course(small_course) -> Path:
    return small_course


def add_written_cell(path, grade_id):
    """Put a copy of the written answer `why` at the end of a source notebook, under another name."""
    notebook = nbformat.read(path, as_version=4)
    cell = nbformat.from_dict(notebook.cells[-1])
    cell.id = cell.metadata.nbgrader.grade_id = grade_id
    notebook.cells.append(cell)
    nbformat.write(notebook, path)


def hand_in(course, student, notebook=None, timestamp="2026-03-01 10:00:00 UTC"):
    """Put a notebook where nbgrader collects it, and return what the course finds there."""
    folder = course / "submitted" / student / NAME
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook or reference_notebook(load_assignment(course, NAME)), folder / f"{NAME}.ipynb")
    if timestamp:
        (folder / "timestamp.txt").write_text(timestamp)
    return submissions(course, NAME, [student])[0]


def report_of(score=3.0, status=Status.GRADED, needs_review=False, **facts):
    test = TestResult("test_average_x", "average", 1, Outcome.PASSED, "average works.")
    cell = CellScore("average", score, 3.0, (test,), needs_review=needs_review)
    return SubmissionReport(NAME, status, (cell,), **facts)


def failed():
    return SubmissionReport(NAME, Status.NEEDS_REVIEW, (), reason="The worker did not start.")


def record(course, submitted, report=None, executed=None, force=False):
    assignment = load_assignment(course, NAME)
    with Gradebook.open(course) as gradebook:
        gradebook.sync(assignment)
        executed = executed or reference_notebook(assignment)
        return gradebook.record(assignment, submitted, report or report_of(), executed, force=force)


def is_current(course, submitted):
    assignment = load_assignment(course, NAME)
    with Gradebook.open(course) as gradebook:
        return gradebook.is_current(assignment, submitted)


def stored(course):
    """What the database says of each (student, cell): (auto, manual, needs a person), and the comment."""
    with sqlite3.connect(course / "gradebook.db") as database:
        grades = database.execute(
            "select s.student_id, c.name, g.auto_score, g.manual_score, g.needs_manual_grade from grade g"
            " join base_cell c on c.id = g.cell_id join submitted_notebook n on n.id = g.notebook_id"
            " join submitted_assignment s on s.id = n.assignment_id"
        ).fetchall()
        comments = database.execute(
            "select s.student_id, c.name, m.auto_comment from comment m"
            " join base_cell c on c.id = m.cell_id join submitted_notebook n on n.id = m.notebook_id"
            " join submitted_assignment s on s.id = n.assignment_id"
        ).fetchall()
    database.close()
    marks = {(student, cell): (auto, manual, bool(needs)) for student, cell, auto, manual, needs in grades}
    return marks, {(student, cell): text for student, cell, text in comments}


def change(course, sql):
    with sqlite3.connect(course / "gradebook.db") as database:
        database.execute(sql)
    database.close()


def autograded(course, student="ada"):
    return course / "autograded" / student / NAME


# What is recorded


def test_what_the_exchange_knows_a_hand_in_by_is_kept_for_releasing_feedback(course):
    submitted = hand_in(course, "ada")
    (submitted.path.parent / "submission_secret.txt").write_text("ada's own")

    assert record(course, submitted, report_of(2.0, student="ada"))

    assert (autograded(course) / "submission_secret.txt").read_text() == "ada's own"


def test_a_link_in_place_of_that_is_not_followed(course, tmp_path):
    submitted = hand_in(course, "ada")
    (tmp_path / "elsewhere").write_text("not for students")
    (submitted.path.parent / "submission_secret.txt").symlink_to(tmp_path / "elsewhere")

    assert record(course, submitted, report_of(2.0, student="ada"))

    assert not (autograded(course) / "submission_secret.txt").exists()


def test_a_graded_hand_in_has_its_marks_its_notebook_and_its_report(course):
    submitted = hand_in(course, "ada")

    assert record(course, submitted, report_of(2.0, student="ada"))

    marks, comments = stored(course)
    assert marks == {("ada", "average_tests"): (2.0, None, False), ("ada", "why"): (None, None, True)}
    assert comments == {("ada", "average"): None, ("ada", "why"): None}
    assert sorted(path.name for path in autograded(course).iterdir()) == [f"{NAME}.ipynb", "timestamp.txt"]
    assert SubmissionReport.from_json(folders.saved_report(course, NAME, "ada")).score == 2.0
    assert is_current(course, submitted)


def test_answers_still_the_stub_get_nbgraders_no_response(course):
    assignment = load_assignment(course, NAME)
    release = release_notebook(assignment)

    record(course, hand_in(course, "ada", release), report_of(0.0), release)

    marks, comments = stored(course)
    assert marks["ada", "why"] == (0.0, None, False)
    assert comments == {("ada", "average"): NO_RESPONSE, ("ada", "why"): NO_RESPONSE}


def test_what_is_written_beside_an_untouched_answer_cell_waits_for_a_person(course):
    notebook = release_notebook(load_assignment(course, NAME))
    notebook.cells.append(nbformat.v4.new_markdown_cell("Because the mean is not the median."))
    submitted = hand_in(course, "ada", notebook)

    record(course, submitted, report_of(0.0), not_executed(load_assignment(course, NAME), submitted))

    marks, comments = stored(course)
    assert marks["ada", "why"] == (None, None, True)
    assert comments == {("ada", "average"): NO_RESPONSE, ("ada", "why"): None}


def test_an_unreadable_file_scores_nothing_and_says_why(course):
    report = report_of(0.0, Status.UNREADABLE, reason="The file is cut short. Hand it in again.")

    record(course, hand_in(course, "ada"), report, release_notebook(load_assignment(course, NAME)))

    marks, comments = stored(course)
    assert marks == {("ada", "average_tests"): (0.0, None, False), ("ada", "why"): (0.0, None, False)}
    assert comments["ada", "average"] == "The file is cut short. Hand it in again."


def test_a_fault_of_ours_never_becomes_a_score(course):
    submitted = hand_in(course, "ada")

    record(course, submitted, failed())

    marks, comments = stored(course)
    assert marks == {("ada", "average_tests"): (None, None, True), ("ada", "why"): (None, None, True)}
    assert comments["ada", "average"] == REVIEW_COMMENT
    assert not is_current(course, submitted), "the next run must try again"


def test_a_fault_of_ours_leaves_the_score_that_was_there(course):
    submitted = hand_in(course, "ada")
    record(course, submitted, report_of(2.0))

    record(course, submitted, report_of(0.0, Status.NEEDS_REVIEW, needs_review=True), force=True)

    assert stored(course)[0]["ada", "average_tests"] == (2.0, None, True)


def test_a_score_given_by_hand_outlives_grading_again(course):
    submitted = hand_in(course, "ada")
    record(course, submitted, report_of(1.0))
    change(course, "update grade set manual_score = 1.5, needs_manual_grade = 0")

    record(course, submitted, report_of(2.0), force=True)

    assert stored(course)[0]["ada", "average_tests"] == (2.0, 1.5, True)


def test_a_flag_is_raised_for_the_instructor(course):
    record(course, hand_in(course, "ada"), report_of(flags=("it read /proc",)))

    with sqlite3.connect(course / "gradebook.db") as database:
        assert database.execute("select flagged from submitted_notebook").fetchall() == [(1,)]
    database.close()


def test_nbgraders_late_penalty_is_taken_off(course):
    with (course / "nbgrader_config.py").open("a") as config:
        config.write('\nc.LateSubmissionPlugin.penalty_method = "zero"\n')
    submitted = hand_in(course, "ada")
    record(course, submitted, report_of(2.0))
    change(course, "update assignment set duedate = '2026-02-01 00:00:00.000000'")

    record(course, submitted, report_of(2.0), force=True)

    with Gradebook.open(course) as gradebook:
        (line,) = gradebook.scores(NAME)
    assert (line.score, line.late_penalty, line.max_score) == (0.0, 2.0, 5.0)


# Exactly once


def test_the_same_hand_in_is_recorded_once(course):
    submitted = hand_in(course, "ada")

    assert record(course, submitted, report_of(2.0))
    assert not record(course, submitted, report_of(1.0))

    assert stored(course)[0]["ada", "average_tests"][0] == 2.0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("answer", "handed in anew"), ("time", "handed in anew"),
        ("tests", f"changed since: {NAME}/hidden/test_{NAME}.py"), ("autograded", "autograded/ is gone"),
        ("report", "not graded yet"), ("database", "no entry"),
    ],
)
def test_what_was_graded_is_no_longer_current_when_this_changes_and_it_is_said(course, changed, said):
    submitted = hand_in(course, "ada")
    record(course, submitted)
    assert is_current(course, submitted)

    if changed == "answer":
        submitted = hand_in(course, "ada", release_notebook(load_assignment(course, NAME)))
    elif changed == "time":
        submitted = hand_in(course, "ada", timestamp="2026-03-02 10:00:00 UTC")
    elif changed == "tests":
        with (course / "solutions" / NAME / "hidden" / f"test_{NAME}.py").open("a") as tests:
            tests.write("# changed\n")
    elif changed == "autograded":
        shutil.rmtree(autograded(course))
    elif changed == "report":
        folders.report_path(course, NAME, "ada").write_text("{")
    else:
        (course / "gradebook.db").unlink()

    assert not is_current(course, submitted)
    assignment = load_assignment(course, NAME)
    with Gradebook.open(course) as gradebook:
        assert said in gradebook.reason_to_grade(assignment, submitted)


def test_an_answer_beside_the_hidden_tests_changes_no_grade(course):
    submitted = hand_in(course, "ada")
    record(course, submitted)

    (course / "solutions" / NAME / "hidden" / "wrong" / "average" / "one_more.py").write_text("'''.'''\n")

    assert is_current(course, submitted)


def everything(course):
    """All that grading is to leave behind, without what differs from run to run."""
    files = {
        str(path.relative_to(course)): path.read_bytes()
        for top in ("autograded", "reports") for path in (course / top).rglob("*")
        if path.is_file() and path.name != ".lock"
    }
    return stored(course), files


def test_a_run_killed_at_any_step_and_started_again_ends_as_one_left_alone(course, tmp_path_factory):
    """A second hand-in replaces a first one: an old folder and old marks are there to be damaged."""
    record(course, hand_in(course, "ada", release_notebook(load_assignment(course, NAME))), report_of(0.0))
    hand_in(course, "ada")
    start = tmp_path_factory.mktemp("start") / "course"
    shutil.copytree(course, start)
    report = json.dumps(report_of(2.0, seed=5, student="ada").to_json())
    program = [sys.executable, Path(__file__).with_name("killed_grader.py"), course, start, report]

    done = subprocess.run(
        program, capture_output=True, text=True, timeout=300, check=False,
        env={**os.environ, "PYTHONPATH": str(Path(folders.__file__).parent.parent)},
    )

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["steps"] > 20, "the program no longer stops where files are changed"
    assert found["different"] == []


def test_two_graders_at_once_record_one_of_them(course):
    submitted = hand_in(course, "ada")
    assignment = load_assignment(course, NAME)
    with Gradebook.open(course) as first, Gradebook.open(course) as second:
        first.sync(assignment)
        second.sync(assignment)
        notebook = reference_notebook(assignment)

        done = [
            one.record(assignment, submitted, report_of(score), notebook)
            for one, score in ((first, 1.0), (second, 2.0))
        ]

    assert done == [True, False]
    assert stored(course)[0]["ada", "average_tests"][0] == 1.0


@pytest.mark.parametrize("step", [1, 2, 3])
def test_a_full_disk_leaves_a_hand_in_to_be_graded_again(course, monkeypatch, step):
    """The third file is the report: by then the marks are in, and the next run writes them once more."""
    submitted = hand_in(course, "ada")
    real, calls = folders._write_durably, iter(range(1, 9))

    def full(path, content, mode):
        if next(calls) == step:
            raise OSError(28, "No space left on device")
        real(path, content, mode)

    with monkeypatch.context() as disk:
        disk.setattr(folders, "_write_durably", full)
        with pytest.raises(GradebookError, match=r"'ada' stopped.*No space left on device.*run the command again"):
            record(course, submitted)

    assert not is_current(course, submitted)
    assert record(course, submitted)
    assert stored(course)[0]["ada", "average_tests"] == (3.0, None, False)
    assert is_current(course, submitted)


def test_a_database_that_is_gone_is_made_anew(course):
    (course / "gradebook.db").unlink()

    assert record(course, hand_in(course, "ada"))

    assert stored(course)[0]["ada", "average_tests"] == (3.0, None, False)


def test_a_grader_waits_for_the_lock_and_then_says_who_holds_it(course):
    with folders.course_lock(course), pytest.raises(GradebookError, match="Another grader has held"), \
            folders.course_lock(course, wait_seconds=0.05):
        pass


def test_a_locked_database_changes_nothing_and_says_so(course):
    submitted = hand_in(course, "ada")
    record(course, submitted, report_of(1.0))
    before = everything(course)
    assignment = load_assignment(course, NAME)
    notebook = reference_notebook(assignment)
    url = f"sqlite:///{course}/gradebook.db?timeout=0.05"

    with Gradebook(course_directory(course, url), wait_seconds=0.2) as gradebook:
        other = sqlite3.connect(course / "gradebook.db", isolation_level=None)
        other.execute("begin immediate")
        with pytest.raises(GradebookError, match=r"locked.*run the command again"):
            gradebook.record(assignment, submitted, report_of(2.0), notebook, force=True)
        other.execute("rollback")
        other.close()

    assert everything(course) == before


# The assignment in nbgrader's database


def test_syncing_twice_changes_nothing(course):
    record(course, hand_in(course, "ada"), report_of(2.0))
    before = stored(course)

    assignment = load_assignment(course, NAME)
    with Gradebook.open(course) as gradebook:
        gradebook.sync(assignment)

    assert stored(course) == before


def test_new_cells_reach_the_database_until_the_first_mark(course):
    assignment = load_assignment(course, NAME)
    with Gradebook.open(course) as gradebook:
        gradebook.sync(assignment)
    add_written_cell(assignment.notebook_path, "why_not")

    record(course, hand_in(course, "ada"))

    assert ("ada", "why_not") in stored(course)[0]


def test_cells_that_come_after_the_first_mark_are_refused_with_a_cure(course):
    record(course, hand_in(course, "ada"), report_of(2.0))
    before = stored(course)
    add_written_cell(course / "solutions" / NAME / f"{NAME}.ipynb", "why_not")

    assignment = load_assignment(course, NAME)
    with Gradebook.open(course) as gradebook, pytest.raises(CourseError, match=r"put in: why_not.*new name"):
        gradebook.sync(assignment)

    assert stored(course) == before


# What was handed in


def test_hand_ins_are_listed_by_student_with_the_time_nbgrader_reads(course):
    hand_in(course, "bo", timestamp="")
    hand_in(course, "ada", timestamp="2026-03-01T10:00:00+01:00")

    ada, bo = submissions(course, NAME)

    assert (ada.student, str(ada.timestamp)) == ("ada", "2026-03-01 09:00:00")
    assert (bo.student, bo.timestamp) == ("bo", None)


def test_a_student_asked_for_who_handed_in_nothing_is_named(course):
    with pytest.raises(UsageError, match="'cy' handed in nothing"):
        submissions(course, NAME, ["cy"])


@pytest.mark.parametrize("student", ["o'neil", 'x"y', "a\nb", "-rf", "a*", " ada", "x" * 129])
def test_an_id_that_could_mean_something_else_is_refused(course, student):
    assert "is not usable" in hand_in(course, student).refused


@pytest.mark.parametrize("student", ["ada", "ada.lovelace@example.org", "Zoë", "s-123_4", "ada lovelace"])
def test_an_ordinary_id_is_accepted(course, student):
    assert hand_in(course, student).refused == ""


@pytest.mark.parametrize("which", ["student", "assignment"])
def test_a_linked_folder_is_refused(course, which):
    hand_in(course, "ada")
    link, target = course / "submitted" / "eve", course / "submitted" / "ada"
    if which == "assignment":
        link.mkdir()
        link, target = link / NAME, target / NAME
    link.symlink_to(target, target_is_directory=True)

    assert "symbolic link" in submissions(course, NAME, ["eve"])[0].refused


@pytest.mark.parametrize("name", ["timestamp.txt", f"{NAME}.ipynb"])
def test_a_pipe_in_place_of_a_file_is_not_waited_for(course, name):
    path = hand_in(course, "ada").path.parent / name
    path.unlink()
    os.mkfifo(path)

    (submitted,) = submissions(course, NAME)

    assert (submitted.notes if name == "timestamp.txt" else submitted.digest == "")


def test_the_second_download_of_a_browser_is_found(course):
    path = hand_in(course, "ada").path
    path.rename(path.with_name(f"{NAME} (1).ipynb"))

    assert submissions(course, NAME)[0].path.name == f"{NAME} (1).ipynb"


# Feedback


def test_nbgrader_writes_the_feedback_from_the_recorded_marks(course):
    record(course, hand_in(course, "ada"), report_of(2.0))

    generate_feedback(course, NAME, ["ada"])

    text = (course / "feedback" / "ada" / NAME / f"{NAME}.html").read_text()
    assert "2 of 5 points so far" in text


def test_the_report_bears_the_students_name(course):
    record(course, hand_in(course, "ada"), replace(report_of(), student=""))

    assert folders.saved_report(course, NAME, "ada")["student"] == "ada"


def test_a_gradebook_that_is_read_only_says_so(course, monkeypatch):
    with Gradebook.open(course) as gradebook:
        def read_only():
            raise OperationalError("", {}, Exception("attempt to write a readonly database"))

        with pytest.raises(GradebookError, match=r"readonly database.*Give yourself the right to write to it"):
            gradebook._retried(read_only)

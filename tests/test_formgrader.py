"""Written answers are graded in the real formgrader, and what is given there reaches feedback and export."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from formgrader_server import give, open_submission, serve

from autograder.assignment import load_assignment, reference_notebook, release_notebook, with_answer
from autograder.commands import export
from autograder.gradebook import Gradebook
from autograder.grading import grade_file
from autograder.settings import Format, Match
from autograder.submitted import submissions

pytestmark = [
    pytest.mark.browser,
    # nbgrader, nbconvert and the server still call what Python and their own libraries have deprecated
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning"),
]

NAME = "averages"
WROTE = "An average hides the outliers, and here is why <script>alert(1)</script>."
COMMENT = "Good reason; *which* outliers?"


@pytest.fixture
def graded_course(small_course, sandbox) -> Path:
    """A course where ada answered all and ben returned a constant; nobody has read what they wrote."""
    assignment = load_assignment(small_course, NAME)
    right, wrong = reference_notebook(assignment), with_answer(assignment, "average", "def average(v):\n    return 7")
    for student, notebook in (("ada", right), ("ben", wrong)):
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("grade_id") == "why":
                cell.source = WROTE
        folder = small_course / "submitted" / student / NAME
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / f"{NAME}.ipynb")
        (folder / "timestamp.txt").write_text("2026-03-01 10:00:00 UTC")
    with Gradebook.open(small_course) as gradebook:
        gradebook.sync(assignment)
        for one in submissions(small_course, NAME):
            graded = grade_file(one.path, assignment, sandbox, seed=7, student=one.student)
            gradebook.record(assignment, one, graded.report, graded.notebook)
    return small_course


@pytest.fixture
def formgrader(graded_course, tmp_path):
    with serve(graded_course, tmp_path / "home") as address_and_token:
        yield address_and_token


def test_what_a_grader_gives_in_formgrader_is_in_the_feedback_and_in_the_export(
    graded_course, formgrader, browser, capsys
):
    address, token = formgrader
    context = browser.new_context()
    tab = context.new_page()
    alerts = []
    tab.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))

    open_submission(tab, address, token, NAME, "ben", "why")
    page = tab.locator("body").inner_text()
    give(tab, "why", "1.5")
    give(tab, "why-comment", COMMENT)
    give(tab, "average_tests", "1")
    context.close()

    assert "For graders only" in page
    assert "Because." in page
    assert alerts == []

    done = subprocess.run(
        [str(Path(sys.executable).with_name("nbgrader")), "generate_feedback", NAME],
        cwd=graded_course, capture_output=True, text=True, timeout=300,
    )
    assert done.returncode == 0, done.stderr
    html = (graded_course / "feedback" / "ben" / NAME / f"{NAME}.html").read_text()
    assert "2.5 of 5 points" in html
    assert "the tests gave 0" in html
    assert "<em>which</em>" in html
    assert "For graders only" not in html
    assert "Because." not in html

    status = export.export(
        NAME, kind=Format.CSV, column=None, match=Match.USERNAME, output=None, course=graded_course
    )
    said = capsys.readouterr()
    with (graded_course / "reports" / f"{NAME}-csv.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    assert status == 1
    assert "ada: needs a person: why" in said.err
    assert rows["ben"]["score"] == "2.5"
    assert (rows["ben"]["why"], rows["ben"]["average_tests"]) == ("1.5", "1")
    assert rows["ada"]["score"] == ""


def test_students_get_no_rubric(small_course):
    assignment = load_assignment(small_course, NAME)

    assert "Because." in nbformat.writes(nbformat.read(assignment.notebook_path, as_version=4))
    assert "Because." not in nbformat.writes(release_notebook(assignment))

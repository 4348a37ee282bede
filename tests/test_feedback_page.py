"""The page a student reads: what counts, why, where to read, and nothing that is hidden or runs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import nbformat
import pytest

from autograder import folders
from autograder.assignment import Misconception, load_assignment, reference_notebook, with_answer
from autograder.feedback import Explained, sentence
from autograder.feedback_page import feedback_page
from autograder.gradebook import Gradebook
from autograder.gradebook_rows import CellGrade, Comment, Entry
from autograder.grading import grade_file
from autograder.model import CellScore, Outcome, Status, SubmissionReport, TestResult
from autograder.nbgrader_steps import generate_feedback
from autograder.rubric import where_to_read
from autograder.submitted import submissions

# nbgrader and nbconvert still call what Python and their own libraries have deprecated
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning")

NAME = "averages"
BOOK = "https://example.org/book-of-lines"
SWAPPED = Misconception("swapped", 4, "Order is taste.", "Two `values` changed places.", "book/00-start#start", "Start")
PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
EVIL = "<script>alert(1)</script><img src='https://evil.example/x.png' onerror='alert(2)'>"


def result(behaviour, outcome=Outcome.PASSED, **facts):
    explained = Explained(SWAPPED.sentence, where_to_read(SWAPPED)) if facts.get("misconception") else None
    message = sentence(
        behaviour=behaviour, verdict_outcome=outcome, explained=explained, raised=("ValueError",),
        unanswered=facts.pop("unanswered", False),
    )
    return TestResult(f"test_{abs(hash(behaviour))}", "average", 1.0, outcome, message, detail="SECRET 3.14", **facts)


def shows(kind, content):
    return {"output_type": "display_data", "metadata": {}, "data": {kind: content}}


MINE = "def average(values):\n    return '<b>mine</b>'"


def page(
    small_course, tests=(), *, manual=None, why=None, comments=(), penalty=0.0, report=True, outputs=(), answer=MINE,
    **facts,
):
    """The feedback of somebody whose `average` got 1 of 3 points from the tests, and whose `why` nobody read."""
    assignment = load_assignment(small_course, NAME)
    notebook = with_answer(assignment, "average", answer)
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id == "average":
            cell.outputs = [nbformat.from_dict(output) for output in outputs]
        if grade_id == "why":
            cell.source = "Because & so on <script>"
    score = CellGrade("average_tests", 1.0 if manual is None else manual, 3.0, 1.0, manual, 0.0, False)
    written = CellGrade("why", why or 0.0, 2.0, None, why, 0.0, why is None)
    entry = Entry("ada", datetime(2026, 3, 1, 10), penalty, (score, written), tuple(comments))
    cell = CellScore("average", 1.0, 3.0, tuple(tests))
    status = facts.pop("status", Status.GRADED)
    saved = SubmissionReport(NAME, status, (cell,), flags=("SECRET FLAG",), seed=31, **facts)
    return feedback_page(assignment, entry, saved if report else None, notebook, {"swapped": SWAPPED}, BOOK)


def text_of(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html.partition("</style>")[2]).split())


# What counts


def test_a_written_answer_that_nobody_read_is_not_a_zero(small_course):
    text = text_of(page(small_course))
    assert "1 of 5 points so far" in text
    assert "why not graded yet" in text


def test_points_given_by_hand_are_shown_with_what_the_tests_gave_and_the_comment(small_course):
    comments = [Comment("why", "Good, *but* short.", True), Comment("average", "I see your idea.", True)]
    html = page(small_course, manual=2.5, why=1.5, comments=comments)
    text = text_of(html)
    assert "4 of 5 points" in text
    assert "so far" not in text
    assert "the tests gave 1" in text
    assert "<em>but</em>" in html
    assert "I see your idea." in text


def test_lateness_is_taken_off_the_total_and_said(small_course):
    text = text_of(page(small_course, penalty=0.5, why=1.0))
    assert "1.5 of 5 points" in text
    assert "0.5 points are taken off the total" in text


def test_a_file_that_could_not_be_read_says_why_and_shows_no_tests(small_course):
    html = page(small_course, status=Status.UNREADABLE, reason="The file is cut short.")
    assert text_of(html).count("The file is cut short.") == 1
    assert "Your answer" not in html
    assert "Hint" not in html


def test_a_fault_of_the_graders_own_is_the_instructors_to_read(small_course):
    html = page(small_course, status=Status.NEEDS_REVIEW, reason="The worker did not start: /srv/secret.")
    assert "/srv/secret" not in html


# Why


def test_a_misconception_is_explained_once_with_a_link_to_the_book(small_course):
    tests = [
        result("It takes lists.", Outcome.FAILED, misconception="swapped"),
        result("It takes arrays. Both.", Outcome.FAILED, misconception="swapped"),
    ]
    html = page(small_course, tests)
    assert html.count("changed places") == 1
    assert f'<a href="{BOOK}/book/00-start.html#start">“Start”</a>' in html
    assert "1 more for the same reason" in html
    assert "It takes arrays. Both." in html


def test_each_missing_behaviour_has_a_line_and_a_shared_reason_is_said_once(small_course):
    tests = [
        result("It takes lists.", Outcome.FAILED), result("It takes arrays.", Outcome.FAILED),
        result("It takes one.", Outcome.RAISED), result("It takes two.", Outcome.RAISED),
    ]
    html = page(small_course, tests)
    assert html.count("Yours does not.") == 2
    assert html.count("Yours raised ValueError.") == 1
    assert "It takes two." in html


def test_an_exercise_left_as_it_was_is_not_called_wrong(small_course):
    text = text_of(page(small_course, [result("It takes lists.", Outcome.RAISED, unanswered=True)]))
    assert "Not answered yet: It takes lists." in text
    assert "✗ Raised" not in text


def test_passed_tests_are_counted_and_folded_away(small_course):
    html = page(small_course, [result("It takes lists."), result("It takes arrays.")])
    assert re.search(r"<details><summary>.*All 2 tests passed</summary>", html)


# What must not be there


def test_nothing_hidden_is_on_the_page(small_course):
    html = page(small_course, [result("It takes lists.", Outcome.FAILED)])
    assert "SECRET" not in html
    assert "31" not in text_of(html)
    assert "Because." not in html  # the model answer


def test_everything_a_student_or_a_grader_typed_is_text(small_course):
    outputs = [
        {"output_type": "stream", "name": "stdout", "text": EVIL + "\x1b[31mred"},
        shows("text/html", EVIL + "<table><tr><td>1</td></tr></table>"),
        shows("image/png", PICTURE + "'><script>"),
        shows("image/svg+xml", f"<svg xmlns='http://www.w3.org/2000/svg'>{EVIL}<circle r='3'/></svg>"),
        {"output_type": "error", "ename": EVIL, "evalue": EVIL, "traceback": [EVIL]},
    ]
    comments = [Comment("average", EVIL + "\n\n[x](javascript:alert(3))", True), Comment("why", EVIL, False)]
    html = page(small_course, [result(EVIL, Outcome.FAILED)], outputs=outputs, comments=comments, repairs=(EVIL,))
    assert "<script" not in html
    assert not re.search(r"<img(?! alt=\"Picture)", html)
    assert "javascript:" not in html
    assert not re.search(r"<[^>]*\sonerror", html)
    assert "<td>1</td>" in html
    assert "Picture 1 of your notebook" in html
    assert "\x1b" not in html
    assert "&lt;b&gt;mine&lt;/b&gt;" in html


def test_what_would_turn_the_direction_of_reading_is_seen_in_an_answer_and_dropped_from_outputs(small_course):
    outputs = [
        {"output_type": "stream", "name": "stdout", "text": "a\u202eb"},
        shows("text/html", "<table><tr><td>c\u2066d</td></tr></table>"),
    ]

    html = page(small_course, outputs=outputs, answer="def average(values):\r\n    return 1  # \u202e bad \x08\u2069 é")

    assert "def average(values):\n    return 1  # \\u202e bad \\u0008\\u2069 é</pre>" in html
    assert "<pre>ab</pre>" in html
    assert "<td>cd</td>" in html
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", html)


# Through nbgrader


@pytest.fixture
def graded_course(small_course, sandbox):
    assignment = load_assignment(small_course, NAME)
    folder = small_course / "submitted" / "ada" / NAME
    folder.mkdir(parents=True)
    notebook = reference_notebook(assignment)
    notebook.cells.insert(1, nbformat.v4.new_code_cell("print('I was here')"))
    nbformat.write(notebook, folder / f"{NAME}.ipynb")
    with Gradebook.open(small_course) as gradebook:
        gradebook.sync(assignment)
        (one,) = submissions(small_course, NAME)
        graded = grade_file(one.path, assignment, sandbox, seed=7, student="ada")
        gradebook.record(assignment, one, graded.report, graded.notebook)
    return small_course


def feedback_of(course):
    generate_feedback(course, NAME, ["ada"])
    return (course / "feedback" / "ada" / NAME / f"{NAME}.html").read_text()


def test_nbgraders_own_converter_writes_the_page_where_it_releases_it_from(graded_course):
    html = feedback_of(graded_course)
    assert "3 of 5 points so far" in html
    assert re.search(r"All \d+ tests passed", html)
    assert "I was here" in html
    assert html.count("average: 3 of 3 points") == 0  # what formgrader shows in the notebook, said once


def test_without_a_saved_report_the_notebooks_own_feedback_is_shown(graded_course):
    folders.report_path(graded_course, NAME, "ada").unlink()
    html = feedback_of(graded_course)
    assert "3 of 5 points so far" in html
    assert "average: 3 of 3 points" in html


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_fits_a_phone_asks_no_host_and_pleases_axe(small_course, browser, tmp_path, theme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    long = replace(result("It takes lists.", Outcome.FAILED, misconception="swapped"), message="x" * 300)
    tests = [long, result("It takes `sets`.", Outcome.FAILED), result("It takes arrays.")]
    outputs = [
        {"output_type": "stream", "name": "stdout", "text": "wide " * 200},
        shows("image/png", PICTURE),
        shows("text/html", "<table><tr>" + "<td>wide cell</td>" * 30 + "</tr></table>"),
    ]
    comments = [Comment("average", "# Loud\n\nsaid *you* know who", True)]
    html = page(small_course, tests, outputs=outputs, comments=comments, manual=2.0, penalty=1.0, repairs=("One.",))
    path = tmp_path / "feedback.html"
    path.write_text(html)
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=theme)
    tab = context.new_page()
    asked, complaints = [], []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text))
    tab.goto(path.as_uri())
    tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    wide = tab.evaluate("document.documentElement.scrollWidth")
    for violation in axe.Axe().run(tab).response["violations"]:
        complaints.append(f"{violation['id']}: {[node['html'][:200] for node in violation['nodes'][:3]]}")
    tab.emulate_media(media="print")
    ink = tab.evaluate("getComputedStyle(document.body).color")
    context.close()

    assert wide <= 360
    assert complaints == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert ink == "rgb(0, 0, 0)"

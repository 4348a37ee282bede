"""The instructor's report says what the saved reports say: by hand-computed classes, hostile names, and a browser."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from autograder.assignment import Misconception, load_assignment
from autograder.commands import report as command
from autograder.errors import UsageError
from autograder.model import CellScore, Outcome, Status, SubmissionReport, TestResult
from autograder.pages import percent, points
from autograder.reports import statistics
from autograder.reports.course_page import course_page
from autograder.reports.names import named, people
from autograder.reports.page import assignment_page
from autograder.reports.saved import ClassReports, read_class

HOSTILE = [
    "<script>alert(1)</script>", "=cmd|' /C calc'!A0", 'Zoë O\'Brien, "Z"', "\u202etxt.exe", "y" * 128, "a",
    "{{ 7*7 }}",
]
MISCONCEPTIONS = {
    "mean_of_all": Misconception(
        "mean_of_all", 3, "One <b>mean</b> fits all `x`.", "Probably all were averaged.", "book/00-start#start", "Start"
    )
}


def result(exercise, passed, name="test_it", seconds=None, **facts):
    outcome = Outcome.PASSED if passed else Outcome.FAILED
    return TestResult(name, exercise, 1.0, outcome, f"{exercise} works.", seconds=seconds, **facts)


def report(student, scores, seed=0, **facts):
    """One graded submission; `scores` is exercise: (score, max_score)."""
    cells = tuple(
        CellScore(id_, score, top, (result(id_, score == top, seconds=0.5),)) for id_, (score, top) in scores.items()
    )
    return SubmissionReport("averages", Status.GRADED, cells, student=student, seed=seed, seconds=2.0, **facts)


@pytest.fixture
def four():
    """Two exercises of 2 and 4 points; the first divides the class in halves."""
    pairs = {"s1": (2, 4), "s2": (2, 2), "s3": (0, 2), "s4": (0, 0)}
    return [report(name, {"a": (a, 2.0), "b": (b, 4.0)}, seed) for seed, (name, (a, b)) in enumerate(pairs.items())]


# Statistics


def test_difficulty_is_the_mean_share_of_the_points(four):
    a, b = statistics.exercises(four)
    assert (a.id, a.mean_share, a.full, a.zero, a.judged) == ("a", 0.5, 2, 2, 4)
    assert (b.id, b.mean_share, b.full, b.zero, b.judged) == ("b", 0.5, 1, 1, 4)


def test_discrimination_correlates_an_exercise_with_all_the_others(four):
    a, _ = statistics.exercises(four)
    # shares (1, 1, 0, 0) against the rest (4, 2, 2, 0): 2 / (1 * sqrt(8)); Fisher's z with n - 3 = 1
    assert a.discrimination.r == pytest.approx(2**-0.5)
    assert a.discrimination.low == pytest.approx(-0.7927, abs=1e-4)
    assert a.discrimination.high == pytest.approx(0.9932, abs=1e-4)


def test_discrimination_is_not_defined_where_everybody_got_the_same(four):
    same = [replace(one, exercises=(replace(one.exercises[0], score=1.0), one.exercises[1])) for one in four]
    assert statistics.exercises(same)[0].discrimination is None
    assert statistics.exercises(four[:2])[0].discrimination is None
    assert statistics.correlation([0, 1, 2], [0, 1, 2]).low is None


def test_scores_are_counted_in_tenths_and_full_marks_are_in_the_last(four):
    assert statistics.distribution(four) == (1, 0, 0, 1, 0, 0, 1, 0, 0, 1)
    assert statistics.distribution([report("x", {"a": (2.4, 8.0)})])[3] == 1


def test_what_was_not_judged_counts_nowhere(four):
    broken = replace(
        four[0], student="s5", submission_status=Status.NEEDS_REVIEW,
        exercises=(replace(four[0].exercises[0], needs_review=True, tests=(result("a", False, ours=True),)),),
    )
    unreadable = replace(four[3], student="s6", submission_status=Status.UNREADABLE)
    reports = [*four, broken, unreadable]

    assert statistics.exercises(reports)[0].judged == 4
    assert sum(statistics.distribution(reports)) == 4
    assert statistics.hidden_tests([*four, broken])[0].judged == 4


def test_hidden_tests_have_their_share_their_outcomes_and_their_times():
    tests = [
        result("a", True, seconds=1.0), result("a", False, seconds=3.0), result("a", False, seconds=8.0),
        replace(result("a", False), outcome=Outcome.TIMED_OUT),
    ]
    reports = [
        SubmissionReport("averages", Status.GRADED, (CellScore("a", 0.0, 1.0, (test,)),), student=str(n))
        for n, test in enumerate(tests)
    ]
    (facts,) = statistics.hidden_tests(reports)
    assert (facts.judged, facts.passed, facts.share) == (4, 1, 0.25)
    assert facts.others == (("failed", 2), ("timed out", 1))
    assert (facts.median_seconds, facts.longest_seconds) == (3.0, 8.0)


def test_a_misconception_counts_each_student_once():
    twice = tuple(result("a", False, name, misconception="mean_of_all") for name in ("test_1", "test_2"))
    once = (result("a", False, misconception="swapped"),)
    reports = [
        SubmissionReport("averages", Status.GRADED, (CellScore("a", 0.0, 1.0, tests),), student=student)
        for student, tests in (("ada", twice), ("ben", twice), ("cy", once))
    ]
    facts = statistics.misconceptions(reports)
    assert [(one.id, one.students) for one in facts] == [("mean_of_all", ("ada", "ben")), ("swapped", ("cy",))]


def test_only_all_and_none_are_printed_as_such():
    assert [percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == ["0 %", "1 %", "50 %", "99 %", "100 %"]
    assert [points(number) for number in (2.0, 1.7, 5.6999999, -0.5, -0.0)] == ["2", "1.7", "5.7", "−0.5", "0"]


# Names


def test_pseudonyms_follow_the_seeds_and_not_the_alphabet():
    persons = people([report("ada", {}, seed=9), report("ben", {}, seed=2)])
    assert {name: person.pseudonym for name, person in persons.items()} == {"ben": "Student 1", "ada": "Student 2"}


def test_a_name_inside_a_sentence_becomes_the_person_and_the_rest_is_escaped():
    person = people([report("ada", {})], with_names=False)["ada"]
    assert named("<ada> in adam", "ada", person) == "&lt;Student 1&gt; in adam"


def page(small_course, reports, **options):
    assignment = load_assignment(small_course, "averages")
    saved = ClassReports("averages", tuple(reports))
    return assignment_page(assignment, saved, MISCONCEPTIONS, **options)


def test_a_page_without_names_holds_none(small_course):
    reports = [
        report("Wilhelmina", {"average": (1.0, 3.0)}, flags=("Wilhelmina opened gradebook.db",), repairs=("Repaired.",))
    ]
    assert "Wilhelmina" in page(small_course, reports)
    assert "Wilhelmina" not in page(small_course, reports, with_names=False)
    course = [(load_assignment(small_course, "averages"), ClassReports("averages", tuple(reports)))]
    assert "Wilhelmina" not in course_page(course, MISCONCEPTIONS, with_names=False)


# What is written


def save(course, reports, name="averages"):
    folder = course / "reports" / name
    folder.mkdir(parents=True, exist_ok=True)
    for number, one in enumerate(reports):
        (folder / f"{number}.json").write_text(json.dumps(one.to_json()))


def test_the_command_writes_a_page_for_each_assignment_and_one_for_the_course(small_course, four, capsys):
    save(small_course, four)
    assert command.report(None, names=True, output=None, course=small_course) == 0
    said = capsys.readouterr().out
    assert str(small_course / "reports" / "averages.html") in said
    assert str(small_course / "reports" / "whole-course.html") in said
    assert "averages.html" in (small_course / "reports" / "whole-course.html").read_text()


def test_a_damaged_report_is_named_left_out_and_needs_a_person(small_course, four, capsys):
    save(small_course, four)
    (small_course / "reports" / "averages" / "9.json").write_text('{"format_version": 1}')
    assert command.report("averages", names=True, output=None, course=small_course) == 1
    assert "9.json" in capsys.readouterr().err
    assert "9.json" in (small_course / "reports" / "averages.html").read_text()
    assert not (small_course / "reports" / "whole-course.html").exists()


def test_without_a_graded_submission_there_is_a_sentence(small_course):
    with pytest.raises(UsageError, match="Grade first: `autograder grade averages`"):
        command.report("averages", names=True, output=None, course=small_course)


def test_a_report_saved_before_times_were_measured_can_be_read(small_course, four):
    save(small_course, four[:1])
    path = small_course / "reports" / "averages" / "0.json"
    saved = json.loads(path.read_text())
    for cell in saved["exercises"]:
        for test in cell["tests"]:
            del test["seconds"]
    path.write_text(json.dumps(saved))
    (read,) = read_class(small_course, "averages").reports
    assert read.exercises[0].tests[0].seconds is None


@pytest.fixture
def hostile_class():
    """Everything at once, said by people who wish the page ill."""
    reports = []
    for seed, student in enumerate(HOSTILE):
        bad = f"{student} <img src=x onerror=alert(2)> `code"
        test = result("average", False, misconception="mean_of_all" if seed % 2 else bad)
        ours = TestResult("test_b", "average", 1.0, Outcome.SKIPPED, bad, detail=f"Traceback {bad}", ours=True)
        cell = CellScore("average", 0.0, 3.0, (test, ours), reason=bad, needs_review=seed % 3 == 0)
        status = (Status.NEEDS_REVIEW, Status.GRADED, Status.UNREADABLE)[seed % 3]
        reports.append(SubmissionReport(
            "averages", status, (cell,), flags=(bad,), repairs=(bad,), reason=bad, student=student, seed=seed,
            seconds=1.0,
        ))
    return reports


def test_hostile_names_and_messages_are_text(small_course, hostile_class):
    classes = [(load_assignment(small_course, "averages"), ClassReports("averages", tuple(hostile_class)))]
    for html in (page(small_course, hostile_class), course_page(classes, MISCONCEPTIONS)):
        assert html.count("<script>") == 1  # our own
        assert "<img" not in html
        assert "<b>mean" not in html
        assert "{{ 7*7 }}" in html


# In a browser


@pytest.fixture
def written_pages(small_course, hostile_class, four, tmp_path):
    """The pages of a hostile class, of an ordinary one, and of the course, as files."""
    assignment = load_assignment(small_course, "averages")
    classes = [(assignment, ClassReports("averages", tuple(hostile_class)))]
    pages = {
        "hostile": page(small_course, hostile_class, book_url="https://example.org/book"),
        "ordinary": page(small_course, four),
        "course": course_page(classes, MISCONCEPTIONS),
    }
    for name, html in pages.items():
        (tmp_path / f"{name}.html").write_text(html, encoding="utf-8", errors="backslashreplace")
    return [tmp_path / f"{name}.html" for name in pages]


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pages_fit_a_phone_ask_no_host_run_nothing_and_please_axe(written_pages, browser, theme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=theme)
    tab = context.new_page()
    asked, complaints = [], []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
    for path in written_pages:
        tab.goto(path.as_uri())
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360, path
        for violation in axe.Axe().run(tab).response["violations"]:
            places = [node["html"][:200] for node in violation["nodes"][:3]]
            complaints.append(f"{path.stem}: {violation['id']}: {places}")
    context.close()

    assert complaints == []
    assert [url for url in asked if not url.startswith("file:")] == []


@pytest.mark.browser
def test_tables_sort_and_names_can_be_hidden(written_pages, browser):
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(written_pages[1].as_uri())
    table = tab.get_by_role("region", name="Scores by student").locator("table")
    column = "(table) => [...table.tBodies[0].rows].map((row) => row.cells[0].innerText)"
    first = table.evaluate(column)
    table.get_by_role("button", name="Points").click()
    ascending = table.evaluate(column)
    tab.get_by_label("Hide names").check()
    hidden = table.evaluate(column)
    table.get_by_role("button", name="Student").click()
    by_pseudonym = table.evaluate(column)
    context.close()

    assert first == ["s1", "s2", "s3", "s4"]
    assert ascending == ["s4", "s3", "s2", "s1"]
    assert hidden == ["Student 4", "Student 3", "Student 2", "Student 1"]
    assert by_pseudonym == ["Student 1", "Student 2", "Student 3", "Student 4"]


@pytest.mark.browser
def test_without_javascript_the_tables_are_there(written_pages, browser):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(written_pages[1].as_uri())
    assert tab.get_by_role("region", name="Scores by student").get_by_role("row").count() == 5
    assert tab.get_by_role("button").count() == 0
    context.close()


@pytest.mark.browser
def test_on_paper_everything_is_black_and_nothing_is_cut_off(written_pages, browser):
    context = browser.new_context(viewport={"width": 700, "height": 990}, color_scheme="dark")
    tab = context.new_page()
    tab.emulate_media(media="print")
    tab.goto(written_pages[1].as_uri())
    assert tab.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert tab.get_by_label("Hide names").is_hidden()
    wide = "[...document.querySelectorAll('.scroll')].filter((box) => box.scrollWidth > box.clientWidth).length"
    assert tab.evaluate(wide) == 0
    context.close()


def test_every_chart_says_in_words_what_it_shows(small_course, four):
    html = page(small_course, four)
    charts = re.findall(r'role="img"[^>]*>\s*<title[^>]*>(.+?)</title>\s*<desc[^>]*>(.+?)</desc>', html)
    assert len(charts) == 2  # nobody showed a misconception
    assert "90 to 100 % of the points: 1 student" in charts[0][1]
    assert charts[1][1] == "a: 50 %; b: 50 %"

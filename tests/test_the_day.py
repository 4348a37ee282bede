"""One day of a course, from clone to marks in an LMS: the guide shows what is printed, and every number agrees."""

from __future__ import annotations

import csv
import shutil
import subprocess

import nbformat
import pytest
from bs4 import BeautifulSoup
from day import CANVAS, CLASS, DUE, EXCHANGE, NAME, WRITTEN, Day, differences, notebook_of, students_csv
from formgrader_server import give, open_submission, serve

from autograder import folders
from autograder.assignment import load_assignment
from autograder.gradebook import Gradebook
from autograder.pages import points

pytestmark = [
    pytest.mark.browser,
    # nbgrader, nbconvert and the server still call what Python and their own libraries have deprecated
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning"),
]

COMMENT = "You say where they cross; say also what a hundred steps have not yet shrunk."
GIVEN = {"ada": 2.5, "grace": 1.0}
# what the tests give: ten points, less what each wrong answer says of itself
BY_TESTS = {"chiara": 10, "lena": 10, "ada": 10, "grace": 10, "elif": 0, "kofi": 0}


def in_formgrader(day, browser):
    """Grade the two written answers in the browser, as a grader does."""
    with serve(day.course, day.home / "server") as (address, token):
        for member in CLASS:
            if member.id in GIVEN:
                context = browser.new_context()
                tab = context.new_page()
                shown = f"{member.last_name}, {member.first_name}"
                open_submission(tab, address, token, NAME, shown, WRITTEN)
                give(tab, WRITTEN, str(GIVEN[member.id]))
                give(tab, f"{WRITTEN}-comment", COMMENT)
                context.close()


@pytest.fixture(scope="module")
def played(course_root, browser, tmp_path_factory):
    """The day, acted once: the course as it stands in the evening, and what was printed on the way."""
    if subprocess.run(["git", "rev-parse"], cwd=course_root, capture_output=True, check=False).returncode:
        pytest.skip("this copy of the course is no git repository: there is nothing to clone")
    day = Day(course_root, tmp_path_factory.mktemp("day"))
    printed = {}

    found = course_root / "_build" / "transcripts"
    found.mkdir(parents=True, exist_ok=True)

    def say(name, *commands, status=0):
        printed[name] = "\n".join(day.type(command, status) for command in commands)
        (found / f"{name}.txt").write_text(printed[name], encoding="utf-8")

    say("release", "autograder build --check", "autograder release")
    (day.course / "students.csv").write_text(students_csv(), encoding="utf-8")
    say("students", "nbgrader db student import students.csv")
    say("exchange", f'nbgrader db assignment add {NAME} --duedate "{DUE}"', f"nbgrader release_assignment {NAME}")
    for member in CLASS:
        if member.route == EXCHANGE:
            day.submit(member)
    say("collect", f"nbgrader collect {NAME}")
    day.download([member for member in CLASS if member.route == CANVAS])
    say("zip-collect", f"nbgrader zip_collect {NAME}")
    say("grade", f"autograder grade {NAME} --seed 7")
    say("too-early", f"autograder export {NAME} --format canvas", status=1)
    in_formgrader(day, browser)
    say("feedback", f"nbgrader generate_feedback {NAME}")
    others = ",".join(member.id for member in CLASS if member.route != EXCHANGE)
    day.type(f"nbgrader release_feedback {NAME} --CourseDirectory.student_id_exclude={others}")
    say("report", "autograder report")
    say("export", *(f"autograder export {NAME} --format {kind}" for kind in ("canvas", "moodle", "csv")))
    before = day.course / "before"
    shutil.copytree(day.course / "reports", before)
    kofi = day.course / "submitted" / "kofi" / NAME / f"{NAME}.ipynb"
    right = notebook_of(day.course, next(member for member in CLASS if member.id == "lena"))
    kofi.unlink()
    nbformat.write(right, kofi)
    say(
        "appeal", f"autograder grade {NAME} --seed 7", f"nbgrader generate_feedback {NAME} --student kofi --force",
        f"autograder export {NAME} --format canvas",
    )
    for command in (f"autograder export {NAME} --format moodle", f"autograder export {NAME} --format csv",
                    "autograder report", "nbgrader export"):
        day.type(command)
    say("new", "autograder new my_assignment", "autograder build")
    return day, printed, before


@pytest.fixture(scope="module")
def entries(played):
    with Gradebook.open(played[0].course) as gradebook:
        return {entry.student: entry for entry in gradebook.entries(NAME)}


def rows(path, key, skip=0):
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = [line for number, line in enumerate(csv.reader(file)) if number == 0 or number > skip]
    return {line[lines[0].index(key)]: dict(zip(lines[0], line, strict=True)) for line in lines[1:]}


def test_the_guide_shows_what_is_printed(played, course_root):
    changed = differences(played[1], course_root / "book" / "transcripts")

    assert not changed, (
        "if it is meant, copy _build/transcripts/*.txt to book/transcripts/ and read the guide again:\n"
        + "\n".join(changed)
    )


def test_all_twelve_are_graded_as_their_answers_deserve(played, entries):
    assert set(entries) == {member.id for member in CLASS}
    assert not [entry.needs_a_person for entry in entries.values() if entry.needs_a_person]
    automatic = {
        student: sum(cell.score for cell in entry.cells if cell.id != WRITTEN) for student, entry in entries.items()
    }
    for student, score in BY_TESTS.items():
        assert automatic[student] == pytest.approx(10 if student == "kofi" else score), student
    for student in {member.id for member in CLASS} - set(BY_TESTS):
        assert 7 < automatic[student] < 10, student
    written = {
        student: cell.score for student, entry in entries.items() for cell in entry.cells if cell.id == WRITTEN
    }
    assert written == {member.id: GIVEN.get(member.id, 0.0) for member in CLASS}


def test_a_day_late_costs_a_tenth_and_nobody_else_loses_anything(entries):
    assert {student: entry.late_penalty for student, entry in entries.items() if entry.late_penalty} == {"chiara": 1.0}
    assert entries["chiara"].score == 9.0


def test_the_score_is_the_same_in_gradebook_exports_feedback_and_nbgraders_own_file(played, entries):
    course = played[0].course
    title = load_assignment(course, NAME).title
    reports = course / "reports"
    canvas = rows(reports / f"{NAME}-canvas.csv", "SIS Login ID", skip=1)
    moodle = rows(reports / f"{NAME}-moodle.csv", "Username")
    general = rows(reports / f"{NAME}-csv.csv", "student")
    # nbgrader writes a name with a comma as it is: only the columns before and after the names can be told
    lines = (course / "grades.csv").read_text(encoding="utf-8").splitlines()[1:]
    nbgraders = {line.split(",")[3]: line.split(",")[-2] for line in lines}
    for student, entry in entries.items():
        wanted = pytest.approx(entry.score, abs=1e-4)
        assert float(canvas[student][title]) == wanted
        assert float(moodle[student][title]) == wanted
        assert float(general[student]["score"]) == wanted
        assert float(nbgraders[student]) == wanted
        page = (course / "feedback" / student / NAME / f"{NAME}.html").read_text(encoding="utf-8")
        total = BeautifulSoup(page, "html.parser").select_one(".total").get_text()
        assert total == f"{points(entry.score)} of 13 points"
    assert len(canvas) == len(moodle) == len(general) == len(entries) == len(CLASS)


def test_names_come_through_the_whole_day(played):
    canvas = rows(played[0].course / "reports" / f"{NAME}-canvas.csv", "SIS Login ID", skip=1)

    for member in CLASS:
        assert canvas[member.id]["Student"] == f"{member.last_name}, {member.first_name}"
        assert canvas[member.id]["ID"] == member.lms_user_id


def test_the_report_shows_what_the_tests_gave(played, entries):
    course = played[0].course
    page = BeautifulSoup((course / "reports" / f"{NAME}.html").read_text(encoding="utf-8"), "html.parser")
    shown = {
        row.th.get_text().partition("Student ")[0].strip(): row.td.get_text(strip=True)  # then the name to hide behind
        for row in page.select('[aria-label="Scores by student"] tbody tr')
    }
    for student, entry in entries.items():
        by_tests = sum(cell.auto_score or 0.0 for cell in entry.cells)
        assert folders.saved_report(course, NAME, student)["score"] == pytest.approx(by_tests)
        assert shown[student] == points(by_tests)


def test_what_a_person_gave_and_wrote_reaches_the_student(played):
    for student in GIVEN:
        page = (played[0].course / "feedback" / student / NAME / f"{NAME}.html").read_text(encoding="utf-8")
        assert COMMENT in page


def test_feedback_reaches_who_handed_in_through_the_exchange(played):
    day, _, _ = played
    ada = next(member for member in CLASS if member.id == "ada")
    assert ada.route == EXCHANGE

    (fetched,) = day.fetch_feedback(ada)

    assert fetched.read_bytes() == (day.course / "feedback" / "ada" / NAME / f"{NAME}.html").read_bytes()


def test_an_appeal_changes_one_student_and_nobody_else(played):
    day, printed, before = played
    title = load_assignment(day.course, NAME).title
    files = [folder / f"{NAME}-canvas.csv" for folder in (before, day.course / "reports")]
    old, new = ({key: row[title] for key, row in rows(file, "SIS Login ID", skip=1).items()} for file in files)

    assert (old.pop("kofi"), new.pop("kofi")) == ("0", "10")
    assert old == new
    assert "1 to grade again" in printed["appeal"]

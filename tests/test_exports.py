"""Exports hold final scores alone, in the columns that Canvas and Moodle read, with nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest

from autograder.commands import export as command
from autograder.errors import UsageError
from autograder.exports import Line, export, safe_cell
from autograder.gradebook import Gradebook
from autograder.gradebook_rows import CellGrade, Comment, Enrolled, Entry
from autograder.settings import Format, Match

# nbgrader and nbconvert still call what Python and their own libraries have deprecated
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning")

FORMULAS = ["=1+1", "@SUM(A1)", "+1", "-1+2", "\t=1", " =HYPERLINK(\"http://x\")", "＝1", "\n=1"]
NAMES = ["O'Brien, \"Zoë\"", "Müller; Straße", "李 小龍", "a,b", "line\nbreak", "Ünï\u202ecode"]


def grade(id_="sse_tests", score=1.5, waiting=False, top=2.0):
    return CellGrade(id_, score, top, score, None, 0.0, waiting)


SSE = grade()


def line(student="ada", cells=(SSE,), penalty=0.0, comments=(), **person):
    entry = Entry(student, datetime(2026, 3, 1, 10), penalty, tuple(cells), tuple(comments))
    return Line(Enrolled(student, **person), entry)


def rows(result):
    return list(csv.reader(io.StringIO(result.text.removeprefix("\ufeff"), newline="")))


def exported(kind, *lines, **options):
    return export(kind, lines, assignment="least_squares", column="Least squares", **options)


# Canvas


def test_canvas_gets_its_six_columns_and_the_points_possible():
    result = exported(Format.CANVAS, line(first_name="Ada", last_name="Lovelace", lms_user_id="4711"))
    header, possible, ada = rows(result)
    assert header == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Least squares"]
    assert possible[0].strip() == "Points Possible"
    assert possible[5] == "2"
    assert ada == ["Lovelace, Ada", "4711", "", "ada", "", "1.5"]


def test_an_lms_id_that_is_no_number_is_canvas_sis_id():
    # Canvas would read 12abc in the column ID as the person with number 12
    _, _, ada = rows(exported(Format.CANVAS, line(lms_user_id="12abc")))
    assert ada[1:3] == ["", "12abc"]


# Moodle


def test_moodle_gets_one_column_to_find_students_by_then_the_score_and_the_feedback():
    comments = [Comment("why", "Which\noutliers?", True), Comment("sse", "No response.", False)]
    result = exported(Format.MOODLE, line(comments=comments, first_name="Ada", last_name="L", penalty=0.5))
    header, ada = rows(result)
    assert header == ["Username", "First name", "Last name", "Least squares", "Least squares (feedback)"]
    assert ada == ["ada", "Ada", "L", "1", "sse 1.5 of 2; late penalty 0.5; why: Which outliers?"]


@pytest.mark.parametrize(("match", "header"), [(Match.EMAIL, "Email address"), (Match.IDNUMBER, "ID number")])
def test_moodle_never_gets_a_line_without_the_key_it_finds_students_by(match, header):
    # Moodle's import gives such a line to the student of the line before
    known = line("ada", email="ada@example.org", lms_user_id="7")
    result = exported(Format.MOODLE, known, line("ben"), match=match)
    assert [row[0] for row in rows(result)] == [header, known.person.email if match is Match.EMAIL else "7"]
    assert len(result.left_out) == 1
    assert result.left_out[0].startswith("ben: the gradebook has no")


def test_two_students_with_one_address_are_both_left_out():
    twins = [line(student, email="twin@example.org") for student in ("ada", "ben")]
    result = exported(Format.MOODLE, *twins, match=Match.EMAIL)
    assert len(rows(result)) == 1
    assert [sentence.partition(":")[0] for sentence in result.left_out] == ["ada", "ben"]


def test_a_key_that_begins_like_a_formula_is_neither_changed_nor_written():
    result = exported(Format.MOODLE, line(email="=cmd@example.org"), match=Match.EMAIL)
    assert len(rows(result)) == 1
    assert "begins like a formula" in result.left_out[0]


# Scores


@pytest.mark.parametrize("kind", Format)
def test_a_late_penalty_is_taken_off_once_and_never_below_nothing(kind):
    late, later = line("ada", penalty=1.0), line("ben", penalty=9.0)
    result = exported(kind, late, later)
    column = rows(result)[0].index({Format.CSV: "score"}.get(kind, "Least squares"))
    scores = {row[0] if kind is not Format.CANVAS else row[3]: row[column] for row in rows(result)[1:]}
    assert (scores["ada"], scores["ben"]) == ("0.5", "0")


@pytest.mark.parametrize("kind", [Format.CANVAS, Format.MOODLE])
def test_without_a_final_score_there_is_no_line_that_would_clear_one(kind):
    waiting = line("ben", cells=(grade(), grade("why", 0.0, waiting=True)))
    result = exported(kind, line("ada"), waiting, Line(Enrolled("cy"), None))
    assert "ben" not in result.text
    assert "cy" not in result.text
    assert result.left_out == (
        "ben: needs a person: why. Not in the file.", "cy: nothing handed in. Not in the file."
    )


def test_the_general_file_has_a_line_for_everybody_and_a_column_for_each_cell():
    waiting = line("ben", cells=(grade(), grade("why", 0.0, waiting=True)))
    result = exported(Format.CSV, line("ada", cells=(grade(), grade("why", 1.0))), waiting, Line(Enrolled("cy"), None))
    header, *others = rows(result)
    table = {row[0]: dict(zip(header, row, strict=True)) for row in others}
    assert (table["ada"]["score"], table["ada"]["max_score"], table["ada"]["why"]) == ("2.5", "4", "1")
    assert (table["ben"]["score"], table["ben"]["sse_tests"], table["ben"]["why"]) == ("", "1.5", "")
    assert (table["cy"]["score"], table["cy"]["status"]) == ("", "nothing handed in")
    assert result.scores == 1


# Names


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", Format)
def test_names_come_through_whole(kind, name):
    (*_, row) = rows(exported(kind, line(last_name=name)))
    shown = " ".join(name.replace("\u202e", "").split())
    assert shown in row


@pytest.mark.parametrize("name", FORMULAS)
@pytest.mark.parametrize("kind", Format)
def test_no_cell_begins_like_a_formula(kind, name):
    person = {"first_name": name, "last_name": name, "lms_user_id": name}
    comments = [Comment("why", name, True)]
    for row in rows(exported(kind, line(cells=(), comments=comments, **person))):
        assert [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@", "＝"))] == []


def test_a_semicolon_in_a_name_does_not_open_a_cell_where_semicolons_separate():
    text = exported(Format.CANVAS, line(first_name="x;=1+1")).text
    assert '"x;=1+1"' in text
    assert safe_cell("x;=1+1") == "x;=1+1"


# The command


def test_the_command_prints_where_the_file_is_and_who_is_missing(small_course, capsys):
    with Gradebook.open(small_course) as gradebook:
        gradebook._nbgrader.update_or_create_student("ada", first_name="=Ada")
    with pytest.raises(UsageError, match="Grade first: `autograder grade averages`"):
        command.export(
            "averages", kind=Format.CSV, column=None, match=Match.USERNAME, output=None, course=small_course
        )
    assert capsys.readouterr().out == ""

"""What lies in submitted/ is found, or named with a cure; nothing that a student put there stops a class."""

from __future__ import annotations

import errno
import json
import os
import shutil
from datetime import datetime
from pathlib import Path

import nbformat
import pytest

from autograder import folders
from autograder.assignment import load_assignment, reference_notebook
from autograder.errors import UsageError
from autograder.submitted import submissions

# nbgrader and nbconvert still call what Python and their own libraries have deprecated
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning")

NAME = "averages"


@pytest.fixture(scope="module")
def solved(made_small_course):
    return nbformat.writes(reference_notebook(load_assignment(made_small_course, NAME)))


@pytest.fixture
def hand_in(tmp_path, solved):
    """Hand in files as ada; return what is found. A notebook is handed in unless files are given."""

    def written(files=None, *, timestamp=None):
        folder = tmp_path / "submitted" / "ada" / NAME
        folder.mkdir(parents=True, exist_ok=True)
        for name in [f"{NAME}.ipynb"] if files is None else files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(solved)
        if timestamp is not None:
            (folder / "timestamp.txt").write_text(timestamp)
        return submissions(tmp_path, NAME)[0]

    return written


@pytest.fixture
def course(small_course, solved):
    """A course in which ada and ben handed in the solution."""
    for student in ("ada", "ben"):
        folder = small_course / "submitted" / student / NAME
        folder.mkdir(parents=True)
        (folder / f"{NAME}.ipynb").write_text(solved)
    return small_course


# When


@pytest.mark.parametrize(("text", "moment"), [
    ("2026-03-01 10:00:00.250000 UTC\n", datetime(2026, 3, 1, 10, 0, 0, 250_000)),
    ("2026-03-01 10:00:00 UTC", datetime(2026, 3, 1, 10)),
    ("2026-03-01 10:00:00", datetime(2026, 3, 1, 10)),
    ("2026-03-01T10:00:00Z", datetime(2026, 3, 1, 10)),
    ("2026-03-01 10:00 +02:00", datetime(2026, 3, 1, 8)),
    ("2026-03-01 10:00:00+0530", datetime(2026, 3, 1, 4, 30)),
    ("2026-03-01 10:00:00 -03", datetime(2026, 3, 1, 13)),
    ("2026-03-01 10:00:00 CET", datetime(2026, 3, 1, 9)),
    ("", None),
])
def test_the_time_is_read_as_nbgrader_writes_it(hand_in, text, moment):
    submitted = hand_in(timestamp=text)
    assert submitted.timestamp == moment
    assert submitted.notes == ()


@pytest.mark.parametrize("text", [
    "2026-01-01 10:00:00 ../x", "2026-01-01 10:00:00 ../../../../etc/passwd", "2026-01-01 10:00:00 /etc/passwd",
    "2026-01-01 10:00:00 :UTC", "2026-01-01 10:00:00 UTC+99999999", "2026-01-01 10:00:00 +99:99",
    "2026-01-01 10:00:00 Nowhere", "0001-01-01 00:00:00 +10:00", "9999-12-31 23:00:00 -10:00", "2026-02-30 10:00:00",
    "tomorrow", "10:00", "9" * 900, "\0",
])
def test_no_other_text_opens_a_file_or_stops_anything(hand_in, monkeypatch, text):
    opened = []
    monkeypatch.setattr("dateutil.tz.tz.tzfile", lambda *names, **more: opened.append(names))
    submitted = hand_in(timestamp=text)
    assert submitted.timestamp is None
    assert submitted.refused == ""
    (note,) = submitted.notes
    assert "timestamp.txt was not read" in note
    assert opened == []


# Which file


@pytest.mark.parametrize(("files", "taken"), [
    ([f"{NAME}.IPYNB"], f"{NAME}.IPYNB"),
    (["Averages.ipynb"], "Averages.ipynb"),
    ([f"{NAME} (1).ipynb"], f"{NAME} (1).ipynb"),
    ([f"{NAME}.ipynb", f".ipynb_checkpoints/{NAME}-checkpoint.ipynb", "._x.ipynb", "data.csv"], f"{NAME}.ipynb"),
])
def test_the_one_notebook_is_taken_whatever_its_name(hand_in, files, taken):
    submitted = hand_in(files)
    assert submitted.path.name == taken
    assert submitted.digest
    assert submitted.notes == submitted.repairs == ()


@pytest.mark.parametrize(("files", "taken"), [
    ([f"{NAME}/{NAME}.ipynb"], f"{NAME}/{NAME}.ipynb"),
    (["mine/Averages (2).ipynb", f"__MACOSX/{NAME}.ipynb"], "mine/Averages (2).ipynb"),
    ([f"mine/{NAME}.ipynb", "mine/other.ipynb"], f"mine/{NAME}.ipynb"),
])
def test_a_notebook_in_a_folder_is_taken_with_a_word(hand_in, files, taken):
    submitted = hand_in(files)
    assert str(submitted.path).endswith(f"/ada/{NAME}/{taken}")
    assert "lay in a folder" in submitted.repairs[0]


@pytest.mark.parametrize("files", [
    [f"{NAME} (1).ipynb", f"{NAME} (2).ipynb"], [f"{NAME}.ipynb.txt"], [f"{NAME}.json"], [f"{NAME}.zip"], [],
    [f".ipynb_checkpoints/{NAME}-checkpoint.ipynb"], [f"a/{NAME}.ipynb", f"b/{NAME}.ipynb"],
])
def test_where_it_cannot_be_told_none_is_taken(hand_in, files):
    submitted = hand_in(files)
    assert submitted.path.name == f"{NAME}.ipynb"
    assert submitted.digest == submitted.refused == ""


def test_a_folder_that_is_a_link_is_not_followed(hand_in, tmp_path, solved):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / f"{NAME}.ipynb").write_text(solved)
    hand_in([])
    (tmp_path / "submitted" / "ada" / NAME / "mine").symlink_to(tmp_path / "elsewhere")
    assert hand_in([]).digest == ""


def test_further_notebooks_beside_are_named_to_the_instructor(hand_in):
    submitted = hand_in([f"{NAME}.ipynb", f"{NAME} (1).ipynb"])
    assert submitted.path.name == f"{NAME}.ipynb"
    assert submitted.notes == (
        f"Beside '{NAME}.ipynb' lie further notebooks, which were not graded: '{NAME} (1).ipynb'.",
    )


# Whose


@pytest.mark.parametrize("student", ["jose\u0301", "हिन्दी", "é" * 120])
def test_letters_of_any_script_name_a_student(tmp_path, student):
    (tmp_path / "submitted" / student / NAME).mkdir(parents=True)
    assert submissions(tmp_path, NAME)[0].refused == ""


@pytest.mark.parametrize("student", ["é" * 125, "\u0301a"])
def test_an_id_that_no_file_can_be_called_by_is_refused(tmp_path, student):
    (tmp_path / "submitted" / student / NAME).mkdir(parents=True)
    assert "240 bytes" in submissions(tmp_path, NAME)[0].refused


# In a class


@pytest.mark.parametrize("place", ["submitted", f"submitted/ben/{NAME}", f"submitted/ben/{NAME}/{NAME}.ipynb"])
@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ESTALE])
def test_what_is_kept_from_the_grader_is_the_instructors_to_mend(course, monkeypatch, place, number):
    kept = str(course / place)
    real_open, real_list = os.open, os.listdir

    def refusing(real):
        def run(path, *more, **named):
            if str(path) == kept:
                raise OSError(number, os.strerror(number), kept)
            return real(path, *more, **named)
        return run

    monkeypatch.setattr(os, "open", refusing(real_open))
    monkeypatch.setattr(os, "listdir", refusing(real_list))
    if place == "submitted":
        with pytest.raises(UsageError, match="right to read it"):
            submissions(course, NAME)
        return
    ada, ben = submissions(course, NAME)
    assert ada.refused == ""
    assert os.strerror(number) in ben.refused
    assert "right to read it" in ben.refused


def test_a_student_whose_folder_may_not_be_entered_is_listed_all_the_same(course, monkeypatch):
    real = Path.lstat

    def lstat(path):
        if path == course / "submitted" / "ben" / NAME:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path)

    monkeypatch.setattr(Path, "lstat", lstat)
    assert [one.student for one in submissions(course, NAME) if one.refused] == ["ben"]


def test_what_cannot_be_graded_costs_no_other_and_asks_for_a_person(course, grading, solved):
    for student in ("cy", "dee", "é" * 125):
        shutil.copytree(course / "submitted" / "ada", course / "submitted" / student)
    os.link(course / "submitted" / "ben" / NAME / f"{NAME}.ipynb", course / "ben.ipynb")
    (course / "autograded").mkdir()
    (course / "autograded" / "cy").write_text("")

    status, said = grading(course)

    assert status == 1
    assert "'ben': refused. " in said
    assert "is a hard link" in said
    assert f"{course / 'autograded' / 'cy'} is not a folder" in said
    assert "ada: 3 of 3\n" in said
    assert "dee: 3 of 3\n" in said
    assert "2 graded, 3 refused" in said


def test_a_saved_report_of_another_shape_is_graded_again(course, grading):
    grading(course)
    path = folders.report_path(course, NAME, "ada")
    saved = json.loads(path.read_text())
    path.write_text(json.dumps({**saved, "exercises": [{}]}))

    status, said = grading(course)

    assert status == 0
    assert "1 to grade again: its saved report cannot be read." in said
    assert "1 graded, 1 unchanged" in said


def test_a_time_that_was_not_read_is_shown_to_the_instructor(course, grading):
    (course / "submitted" / "ada" / NAME / "timestamp.txt").write_text("2026-01-01 10:00:00 ../x")

    status, said = grading(course)

    assert status == 0
    assert "ada: 3 of 3  (flagged: timestamp.txt was not read" in said
    assert "ben: 3 of 3\n" in said
    assert any("timestamp.txt" in flag for flag in folders.saved_report(course, NAME, "ada")["flags"])
    assert "2 unchanged" in grading(course)[1]

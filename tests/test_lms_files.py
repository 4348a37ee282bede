"""Zips as Canvas and Moodle give them out are collected for the right students; what cannot be told is named."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder import folders
from autograder.assignment import load_assignment, release_notebook
from autograder.course import build
from autograder.gradebook_rows import Enrolled
from autograder.lms_files import whose

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning")

ADA = Enrolled("ada", "Ada", "Lovelace", "ada@example.org", "4711")
BEN = Enrolled("ben", "Ben", "O'Hara-Müller", "ben@example.org", "4712")
LI = Enrolled("li", "小龍", "李", "li@example.org", "4713")
TWINS = (Enrolled("jan1", "Jan", "Kim", "", "5001"), Enrolled("jan2", "Jan", "Kim", "", "5002"))
CLASS = (ADA, BEN, LI, *TWINS)


@pytest.mark.parametrize(("path", "student", "file"), [
    ("lovelaceada_4711_98765_averages.ipynb", "ada", "averages.ipynb"),
    ("lovelaceada_LATE_4711_98765_averages.ipynb", "ada", "averages.ipynb"),
    ("lovelaceada_4711_98765_averages-2.ipynb", "ada", "averages-2.ipynb"),
    ("oharamüllerben_4712_98766_my_own_name.ipynb", "ben", "my_own_name.ipynb"),
    ("kimjan_5002_98767_averages.ipynb", "jan2", "averages.ipynb"),
    ("Ada Lovelace_12345_assignsubmission_file_/averages.ipynb", "ada", "averages.ipynb"),
    ("Ada Lovelace_12345_assignsubmission_file/averages.ipynb", "ada", "averages.ipynb"),
    ("Ben OHara-Müller_12346_assignsubmission_file_/averages.ipynb", "ben", "averages.ipynb"),
    ("Ben O'Hara-Müller_12346_assignsubmission_file_/averages.ipynb", "ben", "averages.ipynb"),
    ("李 小龍_12347_assignsubmission_file_/averages.ipynb", "li", "averages.ipynb"),
    ("Ada Lovelace_12345_assignsubmission_file_averages.ipynb", "ada", "averages.ipynb"),
])
def test_a_name_as_canvas_or_moodle_writes_it_leads_to_the_student(path, student, file):
    found = whose(Path(path).parts, CLASS)
    assert (found.student, found.file) == (student, file)


@pytest.mark.parametrize(("path", "reason"), [
    ("turingalan_9999_98765_averages.ipynb", "no student in the gradebook has the LMS user id 9999"),
    ("Alan Turing_12345_assignsubmission_file_/averages.ipynb", "no student in the gradebook is called Alan Turing"),
    ("Jan Kim_12345_assignsubmission_file_/averages.ipynb", "Jan Kim is the name of jan1, jan2"),
])
def test_whom_it_cannot_tell_it_names_with_a_cure(path, reason):
    found = whose(Path(path).parts, CLASS)
    assert found.student == ""
    assert found.reason.startswith(reason)
    assert "submitted/" in found.reason


def test_a_name_of_neither_form_is_nobodys():
    assert whose(("submissions", "averages.ipynb"), CLASS) is None


@pytest.mark.parametrize("outer", [
    "lovelaceada_4711_98765_mine", "Ada Lovelace_12345_assignsubmission_file_",
    "Ada Lovelace_12345_assignsubmission_file_mine",
])
@pytest.mark.parametrize("inner", [
    "oharaben_4712_1_averages.ipynb", "Ben OHara-Müller_1_assignsubmission_file_/averages.ipynb",
])
def test_a_students_own_zip_cannot_hand_in_for_another(outer, inner):
    found = whose((outer, "evil", *Path(inner).parts), CLASS)
    assert found.student == "ada"


@pytest.fixture
def course(small_course):
    build(small_course)
    with Gradebook(f"sqlite:///{small_course / 'gradebook.db'}") as gradebook:
        for one in CLASS:
            gradebook.add_student(
                one.student, first_name=one.first_name, last_name=one.last_name, email=one.email,
                lms_user_id=one.lms_user_id,
            )
    return small_course


def downloaded(course, names):
    """Put a zip into the folder where nbgrader looks for it, each notebook with its own name in it."""
    folder = course / "downloaded" / "averages" / "archive"
    folder.mkdir(parents=True)
    notebook = release_notebook(load_assignment(course, "averages"))
    with zipfile.ZipFile(folder / "quiz_2026_03_averages.zip", "w") as archive:  # like a name of Canvas' own
        for name in names:
            notebook.metadata["handed_in_as"] = name
            archive.writestr(name, nbformat.writes(notebook))


def collect(course):
    environment = {
        **os.environ, "PYTHONPATH": str(Path(folders.__file__).parent.parent), "PYTHONWARNINGS": "ignore",
    }
    done = subprocess.run(
        [str(Path(sys.executable).with_name("nbgrader")), "zip_collect", "averages"], cwd=course, env=environment,
        capture_output=True, text=True, timeout=300, check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def collected(course):
    found = {}
    for path in (course / "submitted").glob("*/averages/*"):
        found[f"{path.parts[-3]}/{path.name}"] = nbformat.read(path, as_version=4).metadata["handed_in_as"]
    return found


def test_a_zip_from_canvas_is_collected_and_what_nobody_handed_in_is_left_with_a_reason(course):
    downloaded(course, [
        "lovelaceada_4711_98765_averages-1.ipynb", "oharamüllerben_LATE_4712_98766_averages (1).ipynb",
        "kimjan_5001_98767_averages.ipynb", "kimjan_5001_98768_averages_again.ipynb", "kimjan_5002_98769_mine.ipynb",
        "turingalan_9999_98770_averages.ipynb", "lovelaceada_4711_98771_notes.txt",
    ])
    said = collect(course)

    assert collected(course) == {
        "ada/averages.ipynb": "lovelaceada_4711_98765_averages-1.ipynb",
        "ben/averages.ipynb": "oharamüllerben_LATE_4712_98766_averages (1).ipynb",
        "jan1/averages.ipynb": "kimjan_5001_98767_averages.ipynb",
        "jan2/mine.ipynb": "kimjan_5002_98769_mine.ipynb",
    }
    assert "no student in the gradebook has the LMS user id 9999" in said
    assert "jan1 handed in kimjan_5001_98767_averages.ipynb as well" in said


def test_a_zip_from_moodle_is_collected_by_names(course):
    downloaded(course, [
        "Ada Lovelace_12345_assignsubmission_file_/averages.ipynb",
        "Ben OHara-Müller_12346_assignsubmission_file_/averages (2).ipynb",  # Moodle drops an apostrophe
        "李 小龍_12347_assignsubmission_file_/averages.ipynb",
        "Jan Kim_12348_assignsubmission_file_/averages.ipynb",
    ])
    said = collect(course)

    assert {name: Path(source).parts[0] for name, source in collected(course).items()} == {
        "ada/averages.ipynb": "Ada Lovelace_12345_assignsubmission_file_",
        "ben/averages.ipynb": "Ben OHara-Müller_12346_assignsubmission_file_",
        "li/averages.ipynb": "李 小龍_12347_assignsubmission_file_",
    }
    assert "Jan Kim is the name of jan1, jan2" in said

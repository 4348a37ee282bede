"""Zips as Canvas and Moodle give them out are collected for the right students; what cannot be told is named."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder import folders, lms_archives
from autograder.assignment import load_assignment, release_notebook
from autograder.course import build
from autograder.gradebook_rows import Enrolled
from autograder.lms_archives import LmsArchives, unpacked_name
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


def downloaded(course, names, files=None):
    """Put a zip into the folder where nbgrader looks for it, each notebook with its own name in it."""
    folder = course / "downloaded" / "averages" / "archive"
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / "quiz_2026_03_averages.zip", "w") as archive:  # like a name of Canvas' own
        for name in names:
            archive.writestr(name, notebook_called(course, name))
        for name, content in (files or {}).items():
            archive.writestr(name, content)


def notebook_called(course, name):
    notebook = release_notebook(load_assignment(course, "averages"))
    notebook.metadata["handed_in_as"] = name
    return nbformat.writes(notebook)


def zipped(course, names, files=None):
    """Return a zip as a student makes one."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, notebook_called(course, name))
        for name, data in (files or {}).items():
            archive.writestr(name, data)
    return content.getvalue()


def encrypted(content):
    """Return a zip whose entries say they are encrypted."""
    changed = bytearray(content)
    changed[changed.find(b"PK\x03\x04") + 6] |= 1
    changed[changed.find(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


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


def test_what_macos_and_jupyter_put_beside_a_notebook_is_not_collected_for_it(course):
    aside = {"__MACOSX/._averages.ipynb": b"\0\5\x16\7", "__MACOSX/averages.ipynb": b"\0"}
    downloaded(course, ["lovelaceada_4711_1_my notes.ipynb"], {
        "lovelaceada_4711_2_all.zip": zipped(
            course, ["averages/.ipynb_checkpoints/averages-checkpoint.ipynb", "averages/averages.ipynb"]),
        "oharaben_4712_3_all.zip": zipped(course, ["an_exploration.ipynb", "averages.ipynb"], aside),
        "kimjan_5001_4_averages.zip": zipped(course, ["averages.IPYNB"], aside),
        "kimjan_5002_5_all.zip": zipped(course, [".ipynb_checkpoints/averages-checkpoint.ipynb"], aside),
        "x_4713_6_averages.ipynb.txt": "{}",
    })
    said = collect(course)

    assert collected(course) == {
        "ada/averages.ipynb": "averages/averages.ipynb", "ben/averages.ipynb": "averages.ipynb",
        "jan1/averages.IPYNB": "averages.IPYNB",
    }
    assert "my notes.ipynb was not collected: ada handed in averages.ipynb as well" in said
    assert "an_exploration.ipynb was not collected: ben handed in averages.ipynb as well" in said
    assert "jan2 handed in no notebook" in said
    assert "li handed in no notebook, but averages.ipynb.txt" in said


def test_a_students_broken_archive_is_named_and_costs_no_other(course):
    within = b"PK\x03\x04garbage"
    for _ in range(6):
        within = zipped(course, [], {"again.zip": within})
    downloaded(course, ["lovelaceada_4711_1_averages.ipynb"], {
        "oharaben_4712_2_all.zip": b"PK\x03\x04garbage",
        "x_4713_3_all.zip": encrypted(zipped(course, ["averages.ipynb"])),
        "kimjan_5001_4_all.zip": zipped(course, ["averages.ipynb", "x" * 300 + ".ipynb"], {"data.csv.gz": b"1,2,3"}),
        "kimjan_5002_5_all.zip": zipped(course, ["averages.ipynb"], {"again.zip": within}),
    })
    said = collect(course)

    assert collected(course) == {
        "ada/averages.ipynb": "lovelaceada_4711_1_averages.ipynb", "jan1/averages.ipynb": "averages.ipynb",
        "jan2/averages.ipynb": "averages.ipynb",
    }
    assert "oharaben_4712_2_all.zip was not unpacked (it is no archive)" in said
    assert "x_4713_3_all.zip was not unpacked (RuntimeError" in said
    assert "data.csv.gz was not unpacked" in said
    assert "its name is too long" in said
    assert "again.zip was not unpacked (ValueError: it is an archive within 3 others)" in said
    assert "put it into submitted/ yourself" in said
    assert "li handed in no notebook, but all.zip" in said


def tarred(sizes, links=0):
    """Return a compressed tar with files of zeros, and links to the first of them."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz") as archive:
        for number, size in enumerate(sizes):
            entry = tarfile.TarInfo(f"{number}.bin")
            entry.size = size
            archive.addfile(entry, io.BytesIO(bytes(size)))
        for number in range(links):
            entry = tarfile.TarInfo(f"link{number}.bin")
            entry.type, entry.linkname = tarfile.SYMTYPE, "0.bin"
            archive.addfile(entry)
    return content.getvalue()


def zip_of(files, method=zipfile.ZIP_DEFLATED):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return content.getvalue()


def lying(content):
    """Return a zip of one entry of 2,000,000 bytes that says it has 10."""
    return content.replace((2_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))


HALF = bytes(60_000)
HUGE = {
    "one.zip": zip_of({"a.ipynb": bytes(2_000_000)}),
    "many.zip": zip_of({f"{number}.txt": b"" for number in range(30)}),
    "within.zip": zip_of({"inner.zip": zip_of({"a.ipynb": bytes(2_000_000)})}),
    "shared.zip": zip_of({"1.zip": zip_of({"a": HALF}), "2.zip": zip_of({"b": HALF})}),
    "lying.zip": lying(zip_of({"a.ipynb": bytes(2_000_000)})),
    "unusual.zip": zip_of({"a.ipynb": bytes(2_000_000)}, zipfile.ZIP_LZMA),
    "one.tar.gz": tarred([2_000_000]),
    "linked.tar.gz": tarred([20_000], links=10),
    "beside.zip": zip_of(
        {f"{n}/a": b"" for n in range(2)} | {f"{n}.tar.gz": tarred([20_000], links=5) for n in range(2)}
    ),
}


@pytest.mark.parametrize("name", HUGE)
def test_a_students_archive_takes_no_more_than_its_share_of_the_disk(tmp_path, monkeypatch, caplog, name):
    monkeypatch.setattr(lms_archives, "_MOST_BYTES", 100_000)
    (tmp_path / "archive").mkdir()
    # the instructor's own download may be larger
    (tmp_path / "archive" / "all.zip").write_bytes(zip_of({"notes.txt": bytes(200_000), name: HUGE[name]}))
    LmsArchives().extract(str(tmp_path / "archive"), str(tmp_path / "out"))

    unpacked = tmp_path / "out" / "all" / unpacked_name(name)
    taken = sum(path.stat().st_size for path in unpacked.rglob("*") if path.is_file())
    assert taken <= 100_000
    assert "was not unpacked" in caplog.text
    assert (tmp_path / "out" / "all" / "notes.txt").stat().st_size == 200_000


def test_an_archive_that_fits_is_unpacked_with_those_in_it(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(lms_archives, "_MOST_BYTES", 100_000)
    (tmp_path / "archive").mkdir()
    fits = zip_of({"a": bytes(40_000), "b.tar.gz": tarred([20_000], links=1)})
    (tmp_path / "archive" / "all.zip").write_bytes(zip_of({f"{number}.zip": fits for number in range(5)}))
    LmsArchives().extract(str(tmp_path / "archive"), str(tmp_path / "out"))

    assert len(list((tmp_path / "out").rglob("link0.bin"))) == 5
    assert "was not unpacked" not in caplog.text

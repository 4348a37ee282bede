"""What lies in submitted/ is found, or named with a cure; nothing that a student put there stops a class."""

from __future__ import annotations

from datetime import datetime

import nbformat
import pytest
from inside import grade

from autograder import folders
from autograder.assignment import load_assignment, reference_notebook
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


@pytest.fixture
def grading(monkeypatch, sandbox, capfd):
    """Grade a course in this process; return the exit status and what was said, which is never a traceback."""

    def run(course, *more):
        capfd.readouterr()
        status = grade(monkeypatch, sandbox, course, NAME, *more)
        said = "".join(capfd.readouterr())
        assert "Traceback" not in said
        assert "a fault of its own" not in said
        return status, said

    return run


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


# In a class


def test_a_time_that_was_not_read_is_shown_to_the_instructor(course, grading):
    (course / "submitted" / "ada" / NAME / "timestamp.txt").write_text("2026-01-01 10:00:00 ../x")

    status, said = grading(course)

    assert status == 0
    assert "ada: 3 of 3  (flagged: timestamp.txt was not read" in said
    assert "ben: 3 of 3\n" in said
    assert any("timestamp.txt" in flag for flag in folders.saved_report(course, NAME, "ada")["flags"])
    assert "2 unchanged" in grading(course)[1]

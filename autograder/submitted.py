"""What students handed in: who, when, which file, and whether it may be opened at all."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from autograder.errors import UsageError
from autograder.model import SubmissionReport
from autograder.settings import SUBMITTED_FOLDER

TIMESTAMP_FILE = "timestamp.txt"
SECRET_FILE = "submission_secret.txt"  # the exchange's: by it a student finds the feedback that is released there
LARGEST_DIGESTED = 256 * 2**20  # bytes; a larger file is refused unread when it is graded

# Letters and digits of any script, and the signs found in logins and mail addresses. A student id becomes a
# folder, a database key, a column of a spreadsheet and a pattern for glob: nothing else is let in.
_STUDENT_ID = re.compile(r"\w(?:[\w .@+-]{0,126}[\w@+-])?")
# What nbgrader writes. The zone is letters alone: dateutil opens the file that a path names, and stops at `..`.
_TIMESTAMP = re.compile(
    r"(?P<moment>\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)"
    r" ?(?:(?P<offset>[+-]\d\d(?::?\d\d)?)|(?P<name>[A-Za-z]{1,20}))?",
    re.ASCII,
)


@dataclass(frozen=True)
class Submitted:
    """One student's hand-in; `refused` says why it is not graded, and is empty where it is.

    `notes` are sentences for the instructor.
    """

    student: str
    path: Path
    timestamp: datetime | None = None
    digest: str = ""
    refused: str = ""
    notes: tuple[str, ...] = ()

    def noted(self, report: SubmissionReport) -> SubmissionReport:
        """Return the report with what is odd about how this was handed in."""
        return replace(report, flags=tuple(dict.fromkeys((*report.flags, *self.notes))))


def submissions(
    course_root: Path, assignment: str, students: Collection[str] | None = None
) -> tuple[Submitted, ...]:
    """Return what is in `submitted/<student>/<assignment>/`, by student id; `students` picks some of them.

    Raises UsageError for a student asked for who handed in nothing.
    """
    submitted = course_root / SUBMITTED_FOLDER
    found = {}
    if submitted.is_dir():
        for folder in sorted(submitted.iterdir()):
            if os.path.lexists(folder / assignment) and (students is None or folder.name in students):
                found[folder.name] = _submitted(folder, assignment)
    for student in students or ():
        if student not in found:
            raise UsageError(
                f"Student {student!r} handed in nothing for {assignment!r}: expected the folder "
                f"{submitted / student / assignment}. Check the id, or collect the submissions first."
            )
    return tuple(found.values())


def _submitted(student_folder: Path, assignment: str) -> Submitted:
    student, folder = student_folder.name, student_folder / assignment
    path = folder / f"{assignment}.ipynb"
    reason = refusal(student_folder, folder)
    if reason:
        return Submitted(student, path, refused=reason)
    if not os.path.lexists(path):
        others = sorted(other for other in folder.glob("*.ipynb") if not other.name.startswith("."))
        if len(others) == 1:  # a browser's second download is called `name (1).ipynb`
            path = others[0]
    timestamp, notes = read_timestamp(folder)
    return Submitted(student, path, timestamp, digest_of(path), notes=notes)


def refusal(student_folder: Path, folder: Path) -> str:
    """Say why a hand-in must not be opened, or return an empty string."""
    if not _STUDENT_ID.fullmatch(student_folder.name):
        return (
            f"The student id {student_folder.name!r} is not usable: expected at most 128 letters, digits and "
            "the signs . _ @ + - inside. Rename the folder."
        )
    for part in (student_folder, folder):
        if part.is_symlink():
            return f"{part} is a symbolic link. Replace it by the folder itself if you trust where it points."
        if not part.is_dir():
            return f"{part} is not a folder. Remove it, and collect the submission again."
    return ""


def read_timestamp(folder: Path) -> tuple[datetime | None, tuple[str, ...]]:
    """Return when a submission was handed in, as nbgrader has it (UTC, no zone), and what is odd about it."""
    try:
        text = _read_plain(folder / TIMESTAMP_FILE, 1000).decode().strip()
        return (_moment(text) if text else None), ()
    except FileNotFoundError:
        return None, ()
    except (ValueError, OverflowError, OSError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        return None, (f"{TIMESTAMP_FILE} was not read ({why}): graded without a time, and so as if in time.",)


def _moment(text: str) -> datetime:
    """Return the moment that `text` names, in UTC without a zone; raises ValueError for what nbgrader never writes."""
    # imported here: it takes a while to import, and most commands read no time
    from dateutil.tz import gettz  # type: ignore[import-untyped]

    found = _TIMESTAMP.fullmatch(text)
    if found is None:
        raise ValueError(f"expected a time such as 2026-03-01 10:00:00 UTC, found {text[:50]!r}")
    moment, name = datetime.fromisoformat(found["moment"]), found["name"] or "UTC"
    if found["offset"]:
        return moment - datetime.strptime(_full_offset(found["offset"]), "%z").utcoffset()  # type: ignore[operator]
    zone = UTC if name in ("UTC", "Z") else gettz(name)
    if zone is None:
        raise ValueError(f"no zone is called {name!r}; expected UTC, or an offset such as +02:00")
    return moment.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None)


def _full_offset(offset: str) -> str:
    return offset if len(offset) > len("+02") else f"{offset}00"


def exchange_secret(folder: Path) -> bytes:
    """Return what nbgrader's exchange put beside a hand-in, and nothing where it came another way."""
    try:
        return _read_plain(folder / SECRET_FILE, 1000)
    except (OSError, ValueError):
        return b""


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a plain file as hexadecimal digits, and nothing for what is not a plain file."""
    try:
        return hashlib.sha256(_read_plain(path, LARGEST_DIGESTED)).hexdigest()
    except (OSError, ValueError):
        return ""


def _read_plain(path: Path, largest: int) -> bytes:
    # O_NOFOLLOW and O_NONBLOCK: a link would lead out of the folder, a FIFO would wait for ever.
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        facts = os.fstat(descriptor)
        if not stat.S_ISREG(facts.st_mode) or facts.st_size > largest:
            raise ValueError(f"expected a plain file of at most {largest} bytes")
        return file.read(largest)

"""What students handed in: who, when, which file, and whether it may be opened at all."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from autograder.errors import UsageError
from autograder.model import SubmissionReport
from autograder.notebook_file import KEPT_FROM_US
from autograder.settings import AUTOGRADED_FOLDER, SUBMITTED_FOLDER

TIMESTAMP_FILE = "timestamp.txt"
SECRET_FILE = "submission_secret.txt"  # the exchange's: by it a student finds the feedback that is released there
LARGEST_DIGESTED = 256 * 2**20  # bytes; a larger file is refused unread when it is graded

# Letters and digits of any script, and the signs found in logins and mail addresses. A student id becomes a
# folder, a database key, a column of a spreadsheet and a pattern for glob: nothing else is let in.
_LONGEST_ID = 240  # bytes: with `.` before and `.json.new` behind, it is the name of a file
_GIVE_RIGHT = "Give yourself the right to read it, or collect it again, and run the command again."
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

    `notes` are sentences for the instructor, `repairs` for the student too.
    """

    student: str
    path: Path
    timestamp: datetime | None = None
    digest: str = ""
    refused: str = ""
    notes: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()

    def noted(self, report: SubmissionReport) -> SubmissionReport:
        """Return the report with what is odd about how this was handed in."""
        return replace(
            report, flags=tuple(dict.fromkeys((*report.flags, *self.notes))), repairs=(*self.repairs, *report.repairs)
        )


def submissions(
    course_root: Path, assignment: str, students: Collection[str] | None = None
) -> tuple[Submitted, ...]:
    """Return what is in `submitted/<student>/<assignment>/`, by student id; `students` picks some of them.

    Raises UsageError for a student asked for who handed in nothing.
    """
    submitted = course_root / SUBMITTED_FOLDER
    found = {}
    for folder in _folders(submitted):
        if (students is None or folder.name in students) and _is_there(folder / assignment):
            found[folder.name] = _submitted(course_root, folder, assignment)
    for student in students or ():
        if student not in found:
            raise UsageError(
                f"Student {student!r} handed in nothing for {assignment!r}: expected the folder "
                f"{submitted / student / assignment}. Check the id, or collect the submissions first."
            )
    return tuple(found.values())


def _folders(submitted: Path) -> list[Path]:
    try:
        return sorted(submitted.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise UsageError(f"{submitted} cannot be read ({error.strerror}). {_GIVE_RIGHT}") from error


def _is_there(path: Path) -> bool:
    """Whether there is anything under this name, also where we may not look."""
    try:
        path.lstat()
    except OSError as error:
        return error.errno in KEPT_FROM_US
    return True


def _submitted(course_root: Path, student_folder: Path, assignment: str) -> Submitted:
    student, folder = student_folder.name, student_folder / assignment
    path = folder / f"{assignment}.ipynb"
    notes: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()
    try:
        reason = refusal(student_folder, folder) or _in_the_way(course_root / AUTOGRADED_FOLDER / student, assignment)
        if not reason:
            path, notes, repairs = _notebook(folder, assignment)
            reason = _kept(path)
    except OSError as error:
        reason = f"{error.filename or folder} cannot be read ({error.strerror}). {_GIVE_RIGHT}"
    if reason:
        return Submitted(student, path, refused=reason)
    timestamp, said = read_timestamp(folder)
    return Submitted(student, path, timestamp, digest_of(path), notes=(*said, *notes), repairs=repairs)


def _notebook(folder: Path, assignment: str) -> tuple[Path, tuple[str, ...], tuple[str, ...]]:
    """Return where the notebook is, what to tell the instructor and what to tell both; raises OSError."""
    wanted = f"{assignment}.ipynb"
    notebooks = _notebooks(folder)
    if chosen := _one_of(notebooks, wanted):  # a browser's second download is called `name (1).ipynb`
        others = ", ".join(repr(path.name[:100]) for path in notebooks[:5] if path != chosen)
        notes = (f"Beside {chosen.name!r} lie further notebooks, which were not graded: {others}.",) if others else ()
        return chosen, notes, ()
    if not notebooks:
        inner = [
            path for path in sorted(folder.iterdir())
            if not path.name.startswith((".", "__")) and not path.is_symlink() and path.is_dir()
        ]
        if chosen := _one_of([path for one in inner for path in _notebooks(one)], wanted):
            where = chosen.parent.name[:100]
            return chosen, (), (f"The notebook lay in a folder, {where!r}, and was taken from there.",)
    return folder / wanted, (), ()


def _notebooks(folder: Path) -> list[Path]:
    return sorted(
        path for path in folder.iterdir() if path.suffix.lower() == ".ipynb" and not path.name.startswith(".")
    )


def _one_of(notebooks: Sequence[Path], wanted: str) -> Path | None:
    """Return the notebook that has the name, or has it but for capitals, or is the only one."""
    exact = [path for path in notebooks if path.name == wanted]
    alike = [path for path in notebooks if path.name.casefold() == wanted.casefold()]
    return next((some[0] for some in (exact, alike, notebooks) if len(some) == 1), None)


def _kept(path: Path) -> str:
    """Say why a file is not to be graded as it is, through no fault of the student's, or return an empty string."""
    try:
        with os.fdopen(_opened(path), "rb") as file:
            facts = os.fstat(file.fileno())
    except OSError as error:
        return f"{path} cannot be read ({error.strerror}). {_GIVE_RIGHT}" if error.errno in KEPT_FROM_US else ""
    if stat.S_ISREG(facts.st_mode) and facts.st_nlink > 1:
        return (
            f"{path} is a hard link: the same file has another name, perhaps outside. If it is a snapshot of yours, "
            "make it with `cp -r` instead of links; else collect the submission again."
        )
    return ""


def _in_the_way(graded: Path, assignment: str) -> str:
    """Say what stands where the graded notebook is to go, or return an empty string."""
    for part in (graded, graded / assignment):
        if os.path.lexists(part) and not part.is_dir():
            return f"{part} is not a folder. Remove it, and run the command again."
    return ""


def refusal(student_folder: Path, folder: Path) -> str:
    """Say why a hand-in must not be opened, or return an empty string; raises OSError where we may not look."""
    student = student_folder.name
    # a letter may be written as a letter and marks, which are no letters by themselves
    letters = "".join("m" if unicodedata.category(sign).startswith("M") else sign for sign in student[1:])
    if not _STUDENT_ID.fullmatch(student[:1] + letters) or len(os.fsencode(student)) > _LONGEST_ID:
        return (
            f"The student id {student!r} is not usable: expected at most 128 letters, digits and "
            f"the signs . _ @ + - inside, in at most {_LONGEST_ID} bytes of UTF-8. Rename the folder."
        )
    for part in (student_folder, folder):
        facts = part.lstat()
        if stat.S_ISLNK(facts.st_mode):
            return f"{part} is a symbolic link. Replace it by the folder itself if you trust where it points."
        if not stat.S_ISDIR(facts.st_mode):
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


def _opened(path: Path) -> int:
    # O_NOFOLLOW and O_NONBLOCK: a link would lead out of the folder, a FIFO would wait for ever.
    return os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)


def _read_plain(path: Path, largest: int) -> bytes:
    descriptor = _opened(path)
    with os.fdopen(descriptor, "rb") as file:
        facts = os.fstat(descriptor)
        if not stat.S_ISREG(facts.st_mode) or facts.st_size > largest:
            raise ValueError(f"expected a plain file of at most {largest} bytes")
        return file.read(largest)

"""The run-time folders of a course: one lock, folders replaced whole, reports that say what was graded."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from autograder.assignment import Assignment
from autograder.errors import GradebookError
from autograder.model import Status, SubmissionReport
from autograder.settings import AUTOGRADED_FOLDER, REPORTS_FOLDER
from autograder.submitted import Submitted, digest_of

LOCK_SECONDS = 60.0
NEVER_GRADED = "not graded yet"


@contextmanager
def course_lock(course_root: Path, wait_seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Hold the course's gradebook for this process alone.

    Raises GradebookError when another process keeps it longer than `wait_seconds`.
    """
    import fcntl  # absent on Windows, where a course can still be built

    path = course_root / REPORTS_FOLDER / ".lock"
    deadline = time.monotonic() + wait_seconds
    try:
        path.parent.mkdir(exist_ok=True)
        opened = path.open("a")
    except OSError as error:
        raise GradebookError(
            f"{path} could not be opened: {error.strerror}. {REPORTS_FOLDER} has to be a folder in which you may write."
        ) from error
    with opened as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise GradebookError(
                        f"Another grader has held this course's gradebook for {wait_seconds:g} seconds "
                        f"(lock: {path}). Wait until it ends, or end it, and run the command again."
                    ) from None
                time.sleep(0.02)
        yield  # closing the file releases the lock, and so does being killed


def autograded_folder(course_root: Path, assignment: str, student: str) -> Path:
    """Return where nbgrader looks for this student's executed notebook."""
    return course_root / AUTOGRADED_FOLDER / student / assignment


@contextmanager
def replaced(final: Path, files: Mapping[str, bytes], mode: int = 0o444) -> Iterator[None]:
    """Put a folder holding `files` in the place of `final`, then run the body; undo that if it raises.

    A kill leaves the old folder, the new one, or neither under the final name, never a half-written one;
    `recover` clears up whatever else it leaves.
    """
    new, old = _beside(final)
    recover(final)
    new.mkdir(parents=True)
    for name, content in files.items():
        _write_durably(new / name, content, mode)
    sync_folder(new)
    if final.exists():
        final.rename(old)
    new.rename(final)
    sync_folder(final.parent)
    try:
        yield
    except BaseException:
        shutil.rmtree(final)
        if old.exists():
            old.rename(final)
        raise
    shutil.rmtree(old, ignore_errors=True)


def recover(final: Path) -> None:
    """Undo what a killed `replaced` left beside `final`."""
    new, old = _beside(final)
    if new.exists():
        shutil.rmtree(new)
    if old.exists():
        if final.exists():
            shutil.rmtree(old)
        else:
            old.rename(final)


def recover_all(course_root: Path, assignment: str) -> None:
    """Undo what a killed run left in any student's folder; call it under the course's lock."""
    for leftover in (course_root / AUTOGRADED_FOLDER).glob(f"*/.{assignment}.*"):
        recover(leftover.parent / assignment)


def _beside(final: Path) -> tuple[Path, Path]:
    return final.parent / f".{final.name}.new", final.parent / f".{final.name}.old"


def report_path(course_root: Path, assignment: str, student: str) -> Path:
    """Return where one submission's report is kept."""
    return course_root / REPORTS_FOLDER / assignment / f"{student}.json"


def save_report(
    course_root: Path, assignment: Assignment, submitted: Submitted, report: SubmissionReport, notebook: bytes
) -> None:
    """Save a report, and what it was made from, in one step: a reader finds the old file or the new one."""
    saved = {
        **report.to_json(),
        "submitted_digest": submitted.digest,
        "timestamp": str(submitted.timestamp or ""),
        "assignment_files": assignment_files(assignment),
        "notebook_digest": hashlib.sha256(notebook).hexdigest(),
    }
    path = report_path(course_root, assignment.name, submitted.student)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")  # no student id starts with a dot
    _write_durably(beside, json.dumps(saved, indent=1, sort_keys=True).encode(), 0o644)
    beside.replace(path)
    sync_folder(path.parent)


def saved_report(course_root: Path, assignment: str, student: str) -> dict[str, Any]:
    """Return what `save_report` saved, or nothing where there is no readable report."""
    try:
        saved = json.loads(report_path(course_root, assignment, student).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return saved if isinstance(saved, dict) else {}


def reason_to_grade(course_root: Path, assignment: Assignment, submitted: Submitted) -> str:
    """Say in a few words why this hand-in is to be graded; nothing where it was, by the assignment as it now is.

    The report is written last, so a run killed before that is not mistaken for a finished one.
    """
    saved = saved_report(course_root, assignment.name, submitted.student)
    if not saved or not submitted.digest:
        return NEVER_GRADED
    if saved.get("submitted_digest") != submitted.digest or saved.get("timestamp") != str(submitted.timestamp or ""):
        return "handed in anew"
    try:
        report = SubmissionReport.from_json(saved)
    except (ValueError, KeyError, TypeError, AttributeError):
        return "its saved report cannot be read"
    if report.submission_status is Status.NEEDS_REVIEW or any(cell.needs_review for cell in report.exercises):
        return "left ungraded by a fault that was not the student's"
    if changed := _changed(saved.get("assignment_files"), assignment_files(assignment)):
        return f"changed since: {changed}"
    executed = autograded_folder(course_root, assignment.name, submitted.student) / f"{assignment.name}.ipynb"
    if saved.get("notebook_digest") != digest_of(executed):
        return "the notebook in autograded/ is gone or was changed"
    return ""


def _changed(before: object, now: dict[str, str]) -> str:
    known = before if isinstance(before, dict) else {}
    return ", ".join(path for path in sorted(known.keys() | now.keys()) if known.get(path) != now.get(path))


def assignment_files(assignment: Assignment) -> dict[str, str]:
    """Return a digest of each file that can change a mark: notebook, hidden tests, limits, misconceptions."""
    hidden = assignment.folder / "hidden"
    answers = {hidden / "wrong", hidden / "right"}
    files = [assignment.notebook_path, assignment.folder.parent / "misconceptions.toml"]
    for top in hidden.iterdir():
        if top not in answers:  # which are many
            files += [path for path in (top, *top.rglob("*")) if path.suffix in {".py", ".toml"}]
    return {str(path.relative_to(assignment.folder.parent)): digest_of(path) for path in sorted(files)}


def assignment_version(assignment: Assignment) -> str:
    """Return one digest of all that can change a mark."""
    return hashlib.sha256(json.dumps(assignment_files(assignment)).encode()).hexdigest()


def _write_durably(path: Path, content: bytes, mode: int) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(mode)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

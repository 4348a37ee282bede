"""The saved reports of a class, read back as they were written."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.model import SubmissionReport
from autograder.settings import REPORTS_FOLDER


@dataclass(frozen=True)
class ClassReports:
    """One assignment's saved reports, by student; `unread` holds a sentence for each file left out."""

    assignment: str
    reports: tuple[SubmissionReport, ...]
    unread: tuple[str, ...] = ()


def read_class(course_root: Path, assignment: str) -> ClassReports:
    """Return the saved reports of an assignment; a file that cannot be read is named and left out."""
    reports, unread = [], []
    folder = course_root / REPORTS_FOLDER / assignment
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else []:
        if path.name.startswith("."):
            continue  # a report that is being written
        try:
            report = SubmissionReport.from_json(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            unread.append(
                f"{path}: expected a report as `autograder grade` saves it, found {type(error).__name__}: {error}. "
                f"Grade again: `autograder grade {assignment} --student {path.stem} --force`."
            )
            continue
        reports.append(replace(report, student=report.student or path.stem))
    return ClassReports(assignment, tuple(reports), tuple(unread))

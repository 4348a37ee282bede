"""`autograder report`: pages for the instructor, from what grading saved."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from autograder.assignment import find_assignments, load_assignment, load_misconceptions
from autograder.commands.course_folder import find
from autograder.errors import UsageError
from autograder.nbgrader_steps import book_url
from autograder.pages import write_whole
from autograder.reports.course_page import course_page
from autograder.reports.page import assignment_page
from autograder.reports.saved import ClassReports, read_class
from autograder.settings import REPORTS_FOLDER

COURSE_PAGE = "whole-course.html"  # not a Python identifier: no assignment can have this name


def report(assignment: str | None, *, names: bool, output: Path | None, course: Path | None) -> int:
    """Write the page of one assignment, or of each one graded and of the course; 1 where a file was left out."""
    root = find(course)
    wanted = (assignment,) if assignment else find_assignments(root)
    classes = [(load_assignment(root, name), read_class(root, name)) for name in wanted]
    classes = [(rules, saved) for rules, saved in classes if saved.reports or saved.unread]
    if not classes:
        raise UsageError(
            f"Nothing to report: expected saved reports in {root / REPORTS_FOLDER / (assignment or '<assignment>')}, "
            f"found none. Grade first: `autograder grade {assignment or 'ASSIGNMENT'}`."
        )
    folder = output or root / REPORTS_FOLDER
    known, url = load_misconceptions(root), book_url(root)
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    for rules, saved in classes:
        path = folder / f"{rules.name}.html"
        page = assignment_page(rules, saved, known, with_names=names, book_url=url, written=today)
        write_whole(path, page)
        print(f"{_line(saved)}  {path}")
    if assignment is None:
        path = folder / COURSE_PAGE
        write_whole(path, course_page(classes, known, with_names=names, book_url=url, written=today))
        print(f"the whole course  {path}")
    unread = [sentence for _, saved in classes for sentence in saved.unread]
    for sentence in unread:
        print(f"autograder: left out: {sentence}", file=sys.stderr)
    return 1 if unread else 0


def _line(saved: ClassReports) -> str:
    count = len(saved.reports)
    return f"{saved.assignment}: {count} submission{'' if count == 1 else 's'}"

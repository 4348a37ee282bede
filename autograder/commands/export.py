"""`autograder export`: final scores for an LMS or a spreadsheet, and on standard error who has none."""

from __future__ import annotations

import sys
from pathlib import Path

from autograder.assignment import load_assignment
from autograder.commands.course_folder import find
from autograder.errors import UsageError
from autograder.exports import Line
from autograder.exports import export as exported
from autograder.gradebook import Gradebook
from autograder.pages import write_whole
from autograder.settings import REPORTS_FOLDER, Format, Match


def export(
    assignment: str, *, kind: Format, column: str | None, match: Match, output: Path | None, course: Path | None
) -> int:
    """Write the file and print its path; 1 where a student of the course has no score in it."""
    root = find(course)
    rules = load_assignment(root, assignment)
    with Gradebook.open(root) as gradebook:
        entries = {entry.student: entry for entry in gradebook.entries(assignment)}
        lines = [Line(person, entries.get(person.student)) for person in gradebook.enrolled()]
    if not entries:
        raise UsageError(
            f"Nothing to export: expected graded submissions of {assignment!r} in the gradebook, found none. "
            f"Grade first: `autograder grade {assignment}`."
        )
    result = exported(kind, lines, assignment=assignment, column=column or rules.title, match=match)
    path = output or root / REPORTS_FOLDER / f"{assignment}-{kind}.csv"
    write_whole(path, result.text)
    for sentence in result.left_out:
        print(f"autograder: {sentence}", file=sys.stderr)
    print(f"{assignment}: {result.scores} of {len(lines)} scores  {path}")
    return 1 if result.left_out else 0

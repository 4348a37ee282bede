"""Pure: the gradebook's entries to a file that Canvas, Moodle or a spreadsheet takes in.

Only a final score is exported. Canvas and Moodle take an empty cell for a score to be removed, so a student
without a final score has no line in their files, and is named in `left_out`.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.gradebook_rows import Enrolled, Entry
from autograder.safe_text import printable
from autograder.settings import Format, Match

# What makes a spreadsheet read a cell as a formula, in their wide forms too.
_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Line:
    """One student of the course, with the hand-in where there is one."""

    person: Enrolled
    entry: Entry | None

    @property
    def score(self) -> float | None:
        """The score, if it is final."""
        return None if self.entry is None or self.entry.needs_a_person else self.entry.score

    @property
    def status(self) -> str:
        """Whether the score is final, and if not, why."""
        if self.entry is None:
            return "nothing handed in"
        waiting = ", ".join(self.entry.needs_a_person)
        return f"needs a person: {waiting}" if waiting else "final"


@dataclass(frozen=True)
class Export:
    """A file's text, the number of scores in it, and a sentence for each student who is not."""

    text: str
    scores: int
    left_out: tuple[str, ...]


def safe_cell(text: str) -> str:
    """Return `text` on one line, with an apostrophe before what a spreadsheet would take for a formula."""
    line = " ".join(printable(text).split())
    return f"'{line}" if line.startswith(_FORMULA_SIGNS) else line


def export(
    kind: Format, lines: Sequence[Line], *, assignment: str, column: str, match: Match = Match.USERNAME
) -> Export:
    """Return the file; `column` is what the score's column is called where it is going."""
    if kind is Format.CSV:
        return _general(lines, assignment)
    left_out = [
        f"{line.person.student}: {line.status}. Not in the file." for line in lines if line.score is None
    ]
    final = [line for line in lines if line.score is not None]
    keys = {line.person.student: _identity(line.person, kind, match) for line in final}
    shared = Counter(keys.values())
    matched = []
    for line in final:
        key = keys[line.person.student]
        reason = _unusable(key, shared[key], match if kind is Format.MOODLE else Match.USERNAME)
        if reason:
            left_out.append(f"{line.person.student}: {reason}. Not in the file: enter the score by hand.")
        else:
            matched.append(line)
    write = _canvas if kind is Format.CANVAS else _moodle
    return Export(write(matched, safe_cell(column), match), len(matched), tuple(left_out))


def _identity(person: Enrolled, kind: Format, match: Match) -> str:
    """Return what the student is found by."""
    if kind is Format.CANVAS or match is Match.USERNAME:
        return person.student
    return (person.email if match is Match.EMAIL else person.lms_user_id).strip()


def _unusable(key: str, students: int, match: Match) -> str:
    """Say why a student cannot be found by `key`, or return an empty string."""
    what = {Match.USERNAME: "student id", Match.EMAIL: "e-mail address", Match.IDNUMBER: "LMS user id"}[match]
    if not key:
        # Moodle gives a line without one to the student of the line before
        return f"the gradebook has no {what}"
    if safe_cell(key) != key:
        return f"the {what} {key!r} begins like a formula or holds signs that cannot be shown"
    if students > 1:
        return f"another student has the same {what}"
    return ""


def _canvas(lines: Sequence[Line], column: str, _: Match) -> str:
    top = max([line.entry.max_score for line in lines if line.entry], default=0.0)
    rows: list[list[object]] = [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", column],
        ["    Points Possible", "", "", "", "", _number(top)],
    ]
    for line in lines:
        person = line.person
        name = ", ".join(filter(None, (person.last_name, person.first_name))) or person.student
        # Canvas reads as many digits as an ID begins with: only what is a number throughout may stand there
        number = person.lms_user_id if person.lms_user_id.isascii() and person.lms_user_id.isdigit() else ""
        sis = person.lms_user_id if not number and safe_cell(person.lms_user_id) == person.lms_user_id else ""
        rows.append([safe_cell(name), number, sis, person.student, "", _number(line.score or 0.0)])
    return _written(rows)


def _moodle(lines: Sequence[Line], column: str, match: Match) -> str:
    header = {Match.USERNAME: "Username", Match.EMAIL: "Email address", Match.IDNUMBER: "ID number"}[match]
    rows: list[list[object]] = [[header, "First name", "Last name", column, f"{column} (feedback)"]]
    for line in lines:
        person = line.person
        rows.append([
            _identity(person, Format.MOODLE, match), safe_cell(person.first_name), safe_cell(person.last_name),
            _number(line.score or 0.0), safe_cell(_in_words(line.entry)),
        ])
    return _written(rows)


def _in_words(entry: Entry | None) -> str:
    """Return each exercise's points, the late penalty and the graders' comments as one line of text."""
    if entry is None:
        return ""
    parts = [f"{cell.id.removesuffix('_tests')} {cell.score:g} of {cell.max_score:g}" for cell in entry.cells]
    parts += [f"late penalty {entry.late_penalty:g}"] if entry.late_penalty else []
    parts += [f"{comment.id}: {comment.text}" for comment in entry.comments if comment.by_a_person]
    return "; ".join(parts)


def _general(lines: Sequence[Line], assignment: str) -> Export:
    cells = list(dict.fromkeys(cell.id for line in lines if line.entry for cell in line.entry.cells))
    rows: list[list[object]] = [[
        "student", "last_name", "first_name", "email", "lms_user_id", "assignment", "handed_in", "score", "max_score",
        "late_penalty", "status", *cells,
    ]]
    for line in lines:
        person, entry = line.person, line.entry
        scores = {cell.id: _number(cell.score) for cell in entry.cells} if entry else {}
        waiting = entry.needs_a_person if entry else ()
        rows.append([
            safe_cell(person.student), safe_cell(person.last_name), safe_cell(person.first_name),
            safe_cell(person.email), safe_cell(person.lms_user_id), assignment,
            f"{entry.timestamp:%Y-%m-%d %H:%M:%S}" if entry and entry.timestamp else "",
            "" if line.score is None else _number(line.score),
            _number(entry.max_score) if entry else "", _number(entry.late_penalty) if entry else "", line.status,
            *("" if cell in waiting else scores.get(cell, "") for cell in cells),
        ])
    left_out = tuple(f"{line.person.student}: {line.status}. Without a score." for line in lines if line.score is None)
    # the mark at the beginning tells spreadsheets that names are in UTF-8; Canvas and Moodle expect none
    return Export("\ufeff" + _written(rows), len(lines) - len(left_out), left_out)


def _written(rows: Sequence[Sequence[object]]) -> str:
    """Return rows as CSV; text is quoted, so that a spreadsheet that separates by `;` leaves it in one piece."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _number(score: float) -> float | int:
    rounded = round(score, 4)
    return int(rounded) if rounded == int(rounded) else rounded

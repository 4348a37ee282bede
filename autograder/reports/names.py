"""Who is who on a page that a class may see: each student has a number beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from autograder.model import SubmissionReport


@dataclass(frozen=True)
class Person:
    """One student: the name (none on a page without names), and the pseudonym that can stand in its place."""

    student: str
    pseudonym: str

    def __html__(self) -> str:
        """Both, as a template prints them; the style sheet shows one of the two."""
        if not self.student:
            return str(escape(self.pseudonym))
        return (
            f'<span class="student">{escape(self.student)}</span>'
            f'<span class="pseudonym">{escape(self.pseudonym)}</span>'
        )


def people(reports: Iterable[SubmissionReport], *, with_names: bool = True) -> dict[str, Person]:
    """Return each student's person, by id.

    Numbers follow the seeds of the hidden inputs: in no order that the class knows, and the same each time the
    page is written, for as long as nothing is graded again.
    """
    first: dict[str, int] = {}
    for report in reports:
        first[report.student] = min(report.seed, first.get(report.student, report.seed))
    order = sorted(first, key=lambda student: (first[student], student))
    return {
        student: Person(student if with_names else "", f"Student {number}")
        for number, student in enumerate(order, start=1)
    }


def named(text: str, student: str, person: Person) -> Markup:
    """Return `text` escaped, with the student's id, wherever it is a word of its own, replaced by the person."""
    pieces = re.split(rf"(?<!\w){re.escape(student)}(?!\w)", text)
    return Markup(person).join(pieces)  # Markup.join escapes the pieces

"""One assignment's report as a page: what an instructor looks at before the next lecture."""

from __future__ import annotations

import statistics as numbers
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from autograder.assignment import Assignment, Misconception
from autograder.book_places import address
from autograder.model import Status, SubmissionReport
from autograder.pages import render
from autograder.reports import charts, statistics
from autograder.reports.names import Person, named, people
from autograder.reports.saved import ClassReports

# Below this many students a correlation says little: its 95 % interval is wider than from -0.3 to 0.3.
FEW_STUDENTS = 40


@dataclass(frozen=True)
class Said:
    """Something said about one student: a reason, a flag, a repair."""

    person: Person
    kind: str
    text: Markup
    detail: Markup


@dataclass(frozen=True)
class Taught:
    """A misconception that showed, in words, and where the book explains it."""

    facts: statistics.MisconceptionFacts
    belief: str
    where: str
    link: str


def assignment_page(
    assignment: Assignment, saved: ClassReports, misconceptions: Mapping[str, Misconception], *,
    with_names: bool = True, book_url: str = "", written: str = "",
) -> str:
    """Return the page; `book_url` is where the book is published, `written` the day, both as the page says it."""
    reports = saved.reports
    persons = people(reports, with_names=with_names)
    graded = statistics.graded(reports)
    exercises = statistics.exercises(reports)
    taught = [explained(facts, misconceptions, book_url) for facts in statistics.misconceptions(reports)]
    return render(
        "assignment_report.html.j2",
        title=f"Report: {assignment.title}",
        assignment=assignment,
        written=written,
        with_names=with_names,
        few=FEW_STUDENTS,
        unread=saved.unread,
        reports=sorted(reports, key=_by_score),
        persons=persons,
        summary=summary(reports),
        waiting=[said for report in reports for said in needs_a_person(report, persons[report.student])],
        flags=_said(reports, persons, "flag"),
        repairs=_said(reports, persons, "repair"),
        exercises=exercises,
        hints={exercise.id: exercise.section for exercise in assignment.exercises},
        tests=statistics.hidden_tests(reports),
        taught=taught,
        times=[report.seconds for report in reports if report.seconds > 0],
        score_chart=charts.histogram(
            "scores", f"Scores of {len(graded)} students", statistics.distribution(reports)
        ),
        exercise_chart=charts.shares(
            "difficulty", "Mean share of the points, exercise by exercise",
            [(exercise.id, exercise.mean_share) for exercise in exercises if exercise.judged],
        ),
        misconception_chart=charts.tallies(
            "misconceptions", "Students who showed a misconception",
            [(one.belief, len(one.facts.students)) for one in taught], len(reports),
        ),
    )


@dataclass(frozen=True)
class Summary:
    """The numbers at the top of a report: None where no submission has a score that counts."""

    submissions: int
    graded: int
    unreadable: int
    needs_review: int
    max_score: float
    mean: float | None
    median: float | None

    @property
    def mean_share(self) -> float | None:
        """The mean as a share of the points."""
        return None if self.mean is None or not self.max_score else self.mean / self.max_score


def summary(reports: Sequence[SubmissionReport]) -> Summary:
    """Count the submissions of one assignment, and take the middle of their scores."""
    scores = [report.score for report in statistics.graded(reports)]
    statuses = [report.submission_status for report in reports]
    return Summary(
        submissions=len(reports),
        graded=statuses.count(Status.GRADED),
        unreadable=statuses.count(Status.UNREADABLE),
        needs_review=statuses.count(Status.NEEDS_REVIEW),
        max_score=max([report.max_score for report in reports], default=0.0),
        mean=numbers.fmean(scores) if scores else None,
        median=numbers.median(scores) if scores else None,
    )


def needs_a_person(report: SubmissionReport, person: Person) -> list[Said]:
    """Return what a person has to do about one submission, with the reason."""

    def said(kind: str, text: str, detail: str = "") -> Said:
        return Said(person, kind, named(text, report.student, person), named(detail, report.student, person))

    if report.submission_status is Status.UNREADABLE:
        return [said("file could not be read", report.reason)]
    found = [said("could not be graded", report.reason)] if report.reason else []
    for cell in report.exercises:
        if cell.needs_review:
            detail = "\n".join(test.detail for test in cell.tests if test.ours)
            found.append(said(f"{cell.id} could not be judged", cell.reason, detail))
    return found


def explained(
    facts: statistics.MisconceptionFacts, known: Mapping[str, Misconception], book_url: str
) -> Taught:
    """Put a misconception into words; one that the course no longer knows keeps its id."""
    entry = known.get(facts.id)
    if entry is None:
        return Taught(facts, facts.id, "", "")
    return Taught(facts, entry.belief, entry.chapter_title, address(entry.section, book_url))


def _said(reports: Sequence[SubmissionReport], persons: Mapping[str, Person], kind: str) -> list[Said]:
    return [
        Said(persons[report.student], kind, named(text, report.student, persons[report.student]), Markup())
        for report in reports
        for text in (report.flags if kind == "flag" else report.repairs)
    ]


def _by_score(report: SubmissionReport) -> tuple[bool, float, int]:
    """The best score first, what has none last; the names' own order would give away who is who."""
    return report.submission_status is not Status.GRADED, -report.score, report.seed

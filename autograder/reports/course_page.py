"""The whole course as a page: every assignment's numbers side by side, and what to teach again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from autograder.assignment import Assignment, Misconception
from autograder.model import Status, SubmissionReport
from autograder.pages import render
from autograder.reports import charts, statistics
from autograder.reports.names import people
from autograder.reports.page import Summary, Taught, explained, needs_a_person, summary
from autograder.reports.saved import ClassReports


@dataclass(frozen=True)
class Line:
    """One assignment's line in the course report."""

    assignment: Assignment
    summary: Summary
    waiting: int
    flags: int
    hardest: statistics.ExerciseFacts | None
    common: Taught | None
    chart: charts.Chart


def course_page(
    classes: Sequence[tuple[Assignment, ClassReports]], misconceptions: Mapping[str, Misconception], *,
    with_names: bool = True, book_url: str = "", written: str = "",
) -> str:
    """Return the page for the assignments given, in their order."""
    reports = [report for _, saved in classes for report in saved.reports]
    persons = people(reports, with_names=with_names)
    lines = [_line(assignment, saved.reports, misconceptions, book_url) for assignment, saved in classes]
    scores: dict[str, dict[str, SubmissionReport]] = {student: {} for student in persons}
    for report in reports:
        scores[report.student][report.assignment] = report
    taught = [
        explained(facts, misconceptions, book_url) for facts in statistics.misconceptions(_named_apart(reports))
    ]
    return render(
        "course_report.html.j2",
        title="Report: the whole course",
        written=written,
        with_names=with_names,
        lines=lines,
        unread=[sentence for _, saved in classes for sentence in saved.unread],
        persons=persons,
        scores=dict(sorted(scores.items(), key=lambda item: (-_total(item[1].values()), persons[item[0]].pseudonym))),
        totals={student: _total(row.values()) for student, row in scores.items()},
        Status=Status,
        taught=taught,
        chart=charts.shares(
            "course", "Mean share of the points, assignment by assignment",
            [(line.assignment.title, line.summary.mean_share or 0.0) for line in lines if line.summary.graded],
        ),
        misconception_chart=charts.tallies(
            "misconceptions", "Students who showed a misconception",
            [(one.belief, len(one.facts.students)) for one in taught], len(persons),
        ),
    )


def _line(
    assignment: Assignment, reports: Sequence[SubmissionReport], known: Mapping[str, Misconception], book_url: str
) -> Line:
    persons = people(reports)
    judged = [exercise for exercise in statistics.exercises(reports) if exercise.judged]
    showed = statistics.misconceptions(reports)
    return Line(
        assignment=assignment,
        summary=summary(reports),
        waiting=sum(bool(needs_a_person(report, persons[report.student])) for report in reports),
        flags=sum(bool(report.flags) for report in reports),
        hardest=min(judged, key=lambda exercise: exercise.mean_share, default=None),
        common=explained(showed[0], known, book_url) if showed else None,
        chart=charts.histogram(
            f"scores-{assignment.name}", f"Scores in {assignment.title}", statistics.distribution(reports)
        ),
    )


def _named_apart(reports: Sequence[SubmissionReport]) -> list[SubmissionReport]:
    """Return the reports with each exercise named after its assignment too: ids are unique only within one."""
    return [
        replace(
            report,
            exercises=tuple(replace(cell, id=f"{report.assignment}: {cell.id}") for cell in report.exercises),
        )
        for report in reports
    ]


def _total(reports: Iterable[SubmissionReport]) -> float:
    return sum(
        report.score for report in reports if report.submission_status is Status.GRADED
    )

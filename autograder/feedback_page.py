"""Pure: one student's marks, report and executed notebook to the page they read in two minutes.

The gradebook says what counts, the saved report why, the notebook what the student wrote and saw. Hidden
inputs, expected values and flags are in none of what is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup, escape
from nbconvert.filters import markdown2html, strip_ansi
from nbformat import NotebookNode

from autograder.assignment import Assignment, Exercise, Misconception
from autograder.book_places import address
from autograder.feedback import MARK, NOT_ANSWERED, NOT_DONE, Explained, without_explanation
from autograder.gradebook_rows import CellGrade, Comment, Entry
from autograder.marks import NO_RESPONSE
from autograder.model import CellScore, Outcome, Status, SubmissionReport, TestResult
from autograder.pages import render
from autograder.rubric import where_to_read
from autograder.safe_html import clean_html
from autograder.safe_svg import clean_svg
from autograder.safe_text import printable, spelled

_PICTURES = ("image/png", "image/jpeg")
_WORDS = {
    Outcome.RAISED: "raised an exception", Outcome.TIMED_OUT: "timed out", Outcome.CRASHED: "crashed",
    Outcome.OUT_OF_MEMORY: "out of memory", Outcome.SKIPPED: "not judged",
}
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/=]")


@dataclass(frozen=True)
class Place:
    """A place of the book: its words, and its address where the book is published."""

    words: str
    link: str


@dataclass(frozen=True)
class Line:
    """One hidden test that did not pass, and what `more` failed in the same way for the same reason."""

    outcome: str
    message: str
    explanation: str
    read: Place | None
    more: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """One exercise or written answer of the page."""

    id: str
    written: bool
    grade: CellGrade
    changed: bool
    reason: str
    passed: tuple[str, ...]
    failed: tuple[Line, ...]
    hint: str
    read: Place | None
    comments: tuple[tuple[bool, Markup], ...]
    source: str
    outputs: tuple[Markup, ...]


def feedback_page(
    assignment: Assignment, entry: Entry, report: SubmissionReport | None, notebook: NotebookNode,
    misconceptions: Mapping[str, Misconception], book_url: str = "",
) -> str:
    """Return the page. Without a `report`, it shows the feedback that stands in the notebook itself."""
    grades = {grade.id: grade for grade in entry.cells}
    cells = {cell.id: cell for cell in report.exercises} if report else {}
    regions = _regions(notebook, grades)
    parts: list[Part] = []
    for grade_id, region in regions.items():
        exercise = next((one for one in assignment.exercises if one.grade_id == grade_id), None)
        cell = cells.get(exercise.id) if exercise else None
        parts.append(_part(grades[grade_id], exercise, cell, entry.comments, region, misconceptions, book_url))
    unreadable = report is not None and report.submission_status is Status.UNREADABLE
    if unreadable:  # what was not read has no answers and no tests to show
        shown = [part for part in parts if part.changed or any(by_a_person for by_a_person, _ in part.comments)]
    else:
        shown = parts
    to_read = {line.read: None for part in parts for line in part.failed if line.read}
    return render(
        "feedback.html.j2",
        title=f"Feedback: {assignment.title}",
        entry=entry,
        parts=parts,
        shown=shown,
        to_read=list(to_read),
        waiting=[part for part in parts if part.grade.needs_a_person],
        # where the fault is ours, the reason is for the instructor
        reason=report.reason if report and unreadable else "",
        repairs=report.repairs if report else (),
    )


def _regions(notebook: NotebookNode, grades: Mapping[str, CellGrade]) -> dict[str, list[NotebookNode]]:
    """Return, for each graded cell in the notebook's order, the cells after the graded cell before, and itself."""
    found: dict[str, list[NotebookNode]] = {}
    since: list[NotebookNode] = []
    for cell in notebook.cells:
        since.append(cell)
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in grades:
            found[grade_id] = since
            since = []
    if found:
        found[list(found)[-1]] += since
    return found


def _part(
    grade: CellGrade, exercise: Exercise | None, cell: CellScore | None, comments: Iterable[Comment],
    region: list[NotebookNode], misconceptions: Mapping[str, Misconception], book_url: str,
) -> Part:
    answer_id = exercise.solution_id if exercise else grade.id
    answer = next((one for one in region if one.metadata.get("nbgrader", {}).get("grade_id") == answer_id), None)
    said = [one for one in comments if one.id == answer_id and (one.by_a_person or one.text != NO_RESPONSE)]
    tests = cell.tests if cell else ()
    lost = exercise is not None and grade.score < grade.max_score
    return Part(
        id=answer_id,
        written=exercise is None,
        grade=grade,
        changed=None not in (grade.manual_score, grade.auto_score) and grade.manual_score != grade.auto_score,
        reason=cell.reason if cell and not cell.needs_review else "",
        passed=tuple(test.message for test in tests if test.outcome is Outcome.PASSED),
        failed=tuple(_lines(tests, misconceptions, book_url)),
        hint=exercise.hints[0] if exercise and lost and exercise.hints else "",
        read=Place(exercise.section.partition("#")[0].partition("/")[2], address(exercise.section, book_url))
        if exercise and lost and book_url else None,
        comments=tuple((one.by_a_person, _comment(one)) for one in said),
        # a mark that reverses the direction of reading would show other code than was run
        source=spelled(str(answer.source).strip()) if answer is not None else "",
        outputs=tuple(_outputs(region, with_feedback=cell is None)),
    )


def _lines(
    tests: Iterable[TestResult], misconceptions: Mapping[str, Misconception], book_url: str
) -> Iterable[Line]:
    """Return a line for each reason why tests failed: the first test in full, the others under it."""
    grouped: dict[tuple[str, str], list[tuple[TestResult, str]]] = {}
    for test in tests:
        if test.outcome is not Outcome.PASSED:
            entry = misconceptions.get(test.misconception or "")
            said = test.message
            if entry is not None:
                said = without_explanation(said, Explained(entry.sentence, where_to_read(entry)))
            # that a behaviour is missing is no reason: each such test keeps a line of its own
            reason = said.rpartition(". ")[2]
            key = entry.id if entry and said != test.message else test.name if reason == NOT_DONE else reason
            grouped.setdefault((test.outcome, key), []).append((test, said))
    for (_, key), group in grouped.items():
        (first, said), *others = group
        entry = misconceptions.get(key) if said != first.message else None
        yield Line(
            outcome="not answered yet" if key == NOT_ANSWERED else _WORDS.get(first.outcome, "failed"),
            message=said.removesuffix(NOT_ANSWERED).strip(),
            explanation=entry.sentence if entry else "",
            read=Place(f"“{entry.chapter_title}”", address(entry.section, book_url)) if entry else None,
            more=tuple(said.removesuffix(key).strip() for _, said in others),
        )


def _comment(comment: Comment) -> Markup:
    """Return a comment as formgrader takes it, in Markdown; what is no plain markup in it is shown as typed."""
    if comment.by_a_person:
        html = clean_html(markdown2html(comment.text))
        if html is not None:
            return Markup(html)
    return Markup("<p>{}</p>").format(comment.text)


def _outputs(cells: Iterable[NotebookNode], *, with_feedback: bool) -> Iterable[Markup]:
    """Yield what these cells showed, sanitised once more: the file may have been changed since it was graded."""
    pictures = 0
    for cell in cells:
        for output in cell.get("outputs", []):
            if output.get("metadata", {}).get(MARK) and not with_feedback:
                continue
            if output.output_type == "stream":
                yield _pre(output.text)
            elif output.output_type == "error":
                yield _pre("\n".join(output.traceback) or f"{output.ename}: {output.evalue}")
            else:
                data = output.get("data", {})
                pictures += 1
                shown = _picture(data, f"Picture {pictures} of your notebook")
                if shown is None:
                    pictures -= 1
                    html = clean_html(printable(data["text/html"])) if "text/html" in data else None
                    shown = Markup(html) if html else _pre(data.get("text/plain", ""))
                yield shown


def _picture(data: Mapping[str, str], words: str) -> Markup | None:
    for kind in _PICTURES:
        if kind in data:
            content = _NOT_BASE64.sub("", data[kind])
            return Markup('<img alt="{}" src="data:{};base64,{}">').format(words, kind, content)
    svg = clean_svg(data["image/svg+xml"]) if "image/svg+xml" in data else None
    # inside an <img> no script of a drawing runs and nothing of it is loaded
    return Markup('<img alt="{}" src="data:image/svg+xml,{}">').format(words, quote(svg)) if svg else None


def _pre(text: str) -> Markup:
    text = printable(strip_ansi(text)).strip("\n")
    return Markup("<pre>{}</pre>").format(text) if text else escape("")

"""Grade one submission; the only place where sandbox, pytest and scoring meet."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder import feedback
from autograder.assignment import Assignment, Misconception, load_misconceptions, release_notebook
from autograder.collected_tests import run_hidden_tests
from autograder.errors import UnreadableSubmission, WorkerError
from autograder.model import CellScore, Outcome, Status, SubmissionReport, TestResult
from autograder.pytest_plugin import HiddenTests
from autograder.reach import reaches_further
from autograder.replies import Cell, CellRun
from autograder.sandbox import Sandbox
from autograder.sanitise import clean_outputs
from autograder.scoring import score_all
from autograder.second_look import better, ended, looks, short_of
from autograder.session import Session
from autograder.settings import Limits
from autograder.submission import Submission, read_submission


@dataclass(frozen=True)
class Graded:
    """One graded submission: its report, and its notebook with sanitised outputs and feedback."""

    report: SubmissionReport
    notebook: NotebookNode


@dataclass(frozen=True)
class Rubric:
    """What grading needs to know of an assignment besides its tests: stubs, misconceptions, the release."""

    stubs: Mapping[str, str]
    misconceptions: Mapping[str, feedback.Explained]
    release: str


def rubric_of(assignment: Assignment) -> Rubric:
    """Return the assignment's rubric, read anew only after one of its files has changed."""
    files = (assignment.notebook_path, _course_root(assignment) / "solutions" / "misconceptions.toml")
    return _rubric(assignment, tuple(file.stat().st_mtime_ns for file in files if file.exists()))


@lru_cache(maxsize=16)
def _rubric(assignment: Assignment, _stamps: tuple[int, ...]) -> Rubric:
    release = release_notebook(assignment)
    stubs = {
        cell.metadata["nbgrader"]["grade_id"]: cell.source.strip()
        for cell in release.cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }
    explained = {
        name: feedback.Explained(entry.sentence, where_to_read(entry))
        for name, entry in load_misconceptions(_course_root(assignment)).items()
    }
    return Rubric(stubs, explained, nbformat.writes(release))


def where_to_read(entry: Misconception) -> str:
    """Return where the book explains a misconception, as words: the feedback may be read anywhere."""
    page, _, label = entry.section.rpartition("/")[2].partition("#")
    where = f"“{entry.chapter_title}” in the book"
    return f"{where} ({page}.html#{label})" if label else where


def _course_root(assignment: Assignment) -> Path:
    return assignment.folder.parent.parent


def grade_file(
    path: Path, assignment: Assignment, sandbox: Sandbox, *, seed: int, student: str = "", only: str = ""
) -> Graded:
    """Read, run and judge the notebook at `path`; hidden inputs come from `seed`.

    A file that cannot be read gives a report that says why, never an exception. Raises GraderError where the
    fault is the grader's or the course's. `only` names the one exercise to judge, for trials of its hidden tests.
    """
    try:
        release = nbformat.reads(rubric_of(assignment).release, as_version=4)
        submission = read_submission(path, assignment, assignment.limits, release)
    except UnreadableSubmission as error:
        return _unreadable(assignment, error, seed, student)
    if only:
        submission, assignment = _narrowed(submission, assignment, only)
    return grade_submission(submission, assignment, sandbox, seed=seed, student=student)


def _narrowed(submission: Submission, assignment: Assignment, only: str) -> tuple[Submission, Assignment]:
    """Return both as if the assignment had one exercise, and the notebook ended with the last one's checks.

    The others' answers run, for an answer may call them; their checks, their tests and the closing figure don't.
    """
    exercise = assignment.exercise(only)
    notebook = nbformat.from_dict(submission.notebook)
    grade_ids = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]
    checks = {other.grade_id for other in assignment.exercises}
    end = 1 + max((place for place, grade_id in enumerate(grade_ids) if grade_id in checks), default=len(grade_ids))
    kept = zip(notebook.cells[:end], grade_ids[:end], strict=True)
    notebook.cells = [cell for cell, grade_id in kept if grade_id not in checks - {exercise.grade_id}]
    return replace(submission, notebook=notebook), replace(assignment, exercises=(exercise,))


def grade_submission(
    submission: Submission, assignment: Assignment, sandbox: Sandbox, *, seed: int, student: str = ""
) -> Graded:
    """Run and judge a submission that has been read."""
    graded = grade_notebook(submission.notebook, assignment, sandbox, seed=seed, student=student)
    report = replace(
        graded.report,
        flags=tuple(dict.fromkeys((*submission.flags, *graded.report.flags))),
        repairs=tuple(repair.sentence for repair in submission.repairs),
        digest=submission.digest,
    )
    return replace(graded, report=report)


def grade_notebook(
    notebook: NotebookNode, assignment: Assignment, sandbox: Sandbox, *, seed: int, student: str = ""
) -> Graded:
    """Run and judge a notebook in memory whose cells carry the assignment's grade_ids."""
    began = time.monotonic()
    rubric = rubric_of(assignment)
    stubs = frozenset(
        exercise.id for exercise in assignment.exercises
        if _source_of(notebook, exercise.solution_id).strip() == rubric.stubs.get(exercise.solution_id)
    )
    code = {str(i): cell for i, cell in enumerate(notebook.cells) if cell.cell_type == "code" and cell.source.strip()}
    checks = {exercise.grade_id for exercise in assignment.exercises}
    check_keys = {key for key, cell in code.items() if cell.metadata.get("nbgrader", {}).get("grade_id") in checks}
    cells = [
        Cell(key, cell.source, check=key in check_keys, added="nbgrader" not in cell.metadata)
        for key, cell in code.items()
    ]

    def judged(session: Session, exercises: frozenset[str]) -> tuple[dict[str, CellRun], tuple[TestResult, ...]]:
        runs = session.execute()
        plugin = HiddenTests(
            session, _exercise_runs(assignment, code, runs), seed, rubric.misconceptions,
            assignment.limits.exercise_seconds, stubs, exercises,
        )
        return runs, run_hidden_tests(assignment.tests_path, plugin)

    for attempt in ("first", "second"):
        display = _Display(assignment.limits)
        with Session(sandbox, cells, assignment.limits, shown=display.shown) as session:
            runs, results = judged(session, frozenset(exercise.id for exercise in assignment.exercises))
        # SIGKILL may be the machine's doing, short of memory: what does it again was the notebook's own
        if not session.killed:
            break
        if session.worker_lost and attempt == "second":
            raise WorkerError(
                "The sandbox's worker was killed from outside, twice. Nothing was scored; run the command again, "
                "with fewer --workers if memory is short."
            )
    endless = {key for key, run in runs.items() if run.outcome is Outcome.TIMED_OUT}
    cell_of = _cell_of(assignment, code)
    reaching = {key for key, cell in code.items() if _is_students(cell) and reaches_further(cell.source)}
    suspects = reaching | {key for key in session.suspects if _is_students(code[key]) or key in check_keys}
    # what was judged without the slow cells may have needed one
    shortened = short_of(results, set(cell_of) - ended(results)) if session.shortened else frozenset()
    for left_out, concerned in ((frozenset[str](), shortened), *looks(results, cell_of, suspects)):
        exercises = short_of(results, concerned)
        if not exercises or time.monotonic() - began > 2 * assignment.limits.total_seconds:
            continue
        # a cell that died may have been killed by what a suspect left running, so it is not left out
        left_out |= endless - {cell_of.get(name) for name in exercises}
        left = max(assignment.limits.total_seconds - (time.monotonic() - began), assignment.limits.exercise_seconds)
        kept = [cell for cell in cells if cell.key not in left_out]
        with Session(sandbox, kept, replace(assignment.limits, total_seconds=left), shown=_nothing) as again:
            results = better(results, judged(again, exercises)[1])
    short = short_of(results, {exercise.id for exercise in assignment.exercises})
    reasons = {
        name: f"The cell of `{name}` was left out: {run.sentence}"
        for name, run in _exercise_runs(assignment, code, runs).items()
        if name in short and run.outcome not in (Outcome.PASSED, Outcome.RAISED)
    }
    scores = score_all({e.id: e.points for e in assignment.exercises}, results, reasons)
    status = Status.NEEDS_REVIEW if any(score.needs_review for score in scores) else Status.GRADED
    report = SubmissionReport(
        assignment.name, status, scores, flags=session.flags, student=student, seed=seed,
        seconds=time.monotonic() - began,
    )
    return Graded(report, _with_outputs(notebook, runs, scores, assignment, display))


def _nothing(_outputs: Sequence[object]) -> tuple[()]:
    """Keep nothing of what a second look displays."""
    return ()


class _Display:
    """What may still be shown of one notebook's outputs: they are sanitised as they come."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._left = int(limits.display_mb * 2**20)

    def shown(self, outputs: Sequence[object]) -> list[NotebookNode]:
        """Return one cell's outputs, sanitised, as far as the notebook's allowance goes."""
        cleaned, self._left = clean_outputs(outputs, self._limits, self._left)
        return cleaned


def _source_of(notebook: NotebookNode, grade_id: str) -> str:
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id:
            return str(cell.source)
    return ""


def _is_students(cell: NotebookNode) -> bool:
    """Whether the cell is an answer or was added: the course's own cells change what they are meant to change."""
    return bool(cell.metadata.get("nbgrader", {"solution": True}).get("solution"))


def _cell_of(assignment: Assignment, code: Mapping[str, NotebookNode]) -> dict[str, str]:
    """Return the key of the cell that answers each exercise."""
    by_grade_id = {cell.metadata.get("nbgrader", {}).get("grade_id"): key for key, cell in code.items()}
    return {e.id: by_grade_id[e.solution_id] for e in assignment.exercises if e.solution_id in by_grade_id}


def _exercise_runs(
    assignment: Assignment, code: Mapping[str, NotebookNode], runs: Mapping[str, CellRun]
) -> dict[str, CellRun]:
    return {name: runs[key] for name, key in _cell_of(assignment, code).items() if key in runs}


def _with_outputs(
    notebook: NotebookNode, runs: Mapping[str, CellRun], scores: tuple[CellScore, ...], assignment: Assignment,
    display: _Display,
) -> NotebookNode:
    """Return a copy of `notebook` with each cell's outputs and feedback under each grade cell."""
    executed = nbformat.from_dict(notebook)
    feedback_of = {
        exercise.grade_id: _feedback_output(score, exercise.hints)
        for exercise, score in zip(assignment.exercises, scores, strict=True)
    }
    count = 0
    for i, cell in enumerate(executed.cells):
        if cell.cell_type != "code":
            continue
        run = runs.get(str(i))
        outputs: list[NotebookNode] = []
        if run is not None:
            count += 1
            outputs = [*map(nbformat.from_dict, run.outputs)]
            outputs += display.shown([_stopped_output(run)]) if run.sentence else []
        cell.execution_count = count if run is not None else None
        for output in outputs:
            if output.output_type == "execute_result":
                output.execution_count = count
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in feedback_of:
            outputs.append(feedback_of[grade_id])
        cell.outputs = outputs
    return executed


def _stopped_output(run: CellRun) -> dict[str, Any]:
    return {
        "output_type": "error", "ename": run.outcome.value, "evalue": run.sentence,
        "traceback": [f"{run.outcome.value}: {run.sentence}"],
    }


def _feedback_output(score: CellScore, hints: tuple[str, ...]) -> NotebookNode:
    data = {"text/plain": feedback.as_text(score, hints), "text/html": feedback.as_html(score, hints)}
    # the mark tells it from the student's own outputs, which keep no metadata
    return nbformat.v4.new_output("display_data", data=data, metadata={feedback.MARK: True})


def _unreadable(assignment: Assignment, error: UnreadableSubmission, seed: int, student: str) -> Graded:
    reason = str(error)
    report = SubmissionReport(
        assignment.name, Status.UNREADABLE,
        tuple(CellScore(e.id, 0.0, e.points, (), reason) for e in assignment.exercises),
        reason=reason, student=student, seed=seed,
    )
    notebook = nbformat.reads(rubric_of(assignment).release, as_version=4)
    note = nbformat.v4.new_markdown_cell(f"**Your file could not be graded.** {reason}", id="unreadable")
    notebook.cells.insert(0, note)
    return Graded(report, notebook)

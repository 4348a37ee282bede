"""Grade one submission; the only place where sandbox, pytest and scoring meet."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.assignment import Assignment
from autograder.collected_tests import run_hidden_tests
from autograder.errors import UnreadableSubmission, WorkerError
from autograder.graded_notebook import Display, with_outputs, with_refusal
from autograder.model import CellScore, Outcome, Status, SubmissionReport, TestResult
from autograder.pytest_plugin import HiddenTests
from autograder.reach import reaches_further
from autograder.replies import Cell, CellRun
from autograder.rubric import rubric_of
from autograder.sandbox import Sandbox
from autograder.scoring import score_all
from autograder.second_look import better, ended, looks, short_of
from autograder.session import Session
from autograder.submission import Submission, read_submission


@dataclass(frozen=True)
class Graded:
    """One graded submission: its report, and its notebook with sanitised outputs and feedback."""

    report: SubmissionReport
    notebook: NotebookNode


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
    grade_ids = [_grade_id(cell) for cell in notebook.cells]
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
    judging = _Judging(notebook, assignment, sandbox, seed)
    run, display = judging.whole()
    results = judging.looked_at_again(run)
    short = short_of(results, {exercise.id for exercise in assignment.exercises})
    reasons = {
        name: f"The cell of `{name}` was left out: {cell.sentence}"
        for name, cell in judging.answers(run.cells).items()
        if name in short and cell.outcome not in (Outcome.PASSED, Outcome.RAISED)
    }
    scores = score_all({e.id: e.points for e in assignment.exercises}, results, reasons)
    status = Status.NEEDS_REVIEW if any(score.needs_review for score in scores) else Status.GRADED
    report = SubmissionReport(
        assignment.name, status, scores, flags=run.flags, student=student, seed=seed, seconds=judging.seconds(),
    )
    return Graded(report, with_outputs(notebook, run.cells, scores, assignment, display))


@dataclass(frozen=True)
class _Run:
    """What one run of a notebook came to: its cells, the hidden tests, and what the session noticed."""

    cells: Mapping[str, CellRun]
    results: tuple[TestResult, ...]
    flags: tuple[str, ...]
    suspects: frozenset[str]
    shortened: bool  # whether calls were answered by a child in which not all cells had run


class _Judging:
    """One notebook under judgement: run once as a whole, and again where a cell may have cost another its points.

    Cells go by their place in the notebook, as text.
    """

    def __init__(self, notebook: NotebookNode, assignment: Assignment, sandbox: Sandbox, seed: int) -> None:
        self._began = time.monotonic()
        self._assignment, self._sandbox, self._seed = assignment, sandbox, seed
        self._rubric = rubric_of(assignment)
        self._stubs = frozenset(
            exercise.id for exercise in assignment.exercises
            if _source_of(notebook, exercise.solution_id).strip() == self._rubric.stubs.get(exercise.solution_id)
        )
        self._code = {
            str(i): cell for i, cell in enumerate(notebook.cells) if cell.cell_type == "code" and cell.source.strip()
        }
        grade_ids = {exercise.grade_id for exercise in assignment.exercises}
        self._checks = {key for key, cell in self._code.items() if _grade_id(cell) in grade_ids}
        self._cells = [
            Cell(key, cell.source, check=key in self._checks, added="nbgrader" not in cell.metadata)
            for key, cell in self._code.items()
        ]
        by_grade_id = {_grade_id(cell): key for key, cell in self._code.items()}
        self._cell_of = {
            e.id: by_grade_id[e.solution_id] for e in assignment.exercises if e.solution_id in by_grade_id
        }

    def seconds(self) -> float:
        """Return how long this has taken until now."""
        return time.monotonic() - self._began

    def answers(self, cells: Mapping[str, CellRun]) -> dict[str, CellRun]:
        """Return what became of the cell that answers each exercise."""
        return {name: cells[key] for name, key in self._cell_of.items() if key in cells}

    def whole(self) -> tuple[_Run, Display]:
        """Run every cell and judge every exercise; raises WorkerError where the machine stops it twice."""
        limits = self._assignment.limits
        everything = frozenset(exercise.id for exercise in self._assignment.exercises)
        for attempt in ("first", "second"):
            display = Display(limits)
            with Session(self._sandbox, self._cells, limits, shown=display.shown) as session:
                run = self._judged(session, everything)
            # SIGKILL may be the machine's doing, short of memory: what does it again was the notebook's own
            if not session.killed:
                break
            if session.worker_lost and attempt == "second":
                raise WorkerError(
                    "The sandbox's worker was killed from outside, twice. Nothing was scored; run the command again, "
                    "with fewer --workers if memory is short."
                )
        return run, display

    def looked_at_again(self, run: _Run) -> tuple[TestResult, ...]:
        """Return the results of `run`, better where an exercise wins more without the cells under suspicion."""
        limits = self._assignment.limits
        results = run.results
        endless = {key for key, cell in run.cells.items() if cell.outcome is Outcome.TIMED_OUT}
        for left_out, concerned in self._looks(run):
            exercises = short_of(results, concerned)
            if not exercises or self.seconds() > 2 * limits.total_seconds:
                continue
            # a cell that died may have been killed by what a suspect left running, so it is not left out
            left_out |= endless - {self._cell_of.get(name) for name in exercises}
            left = max(limits.total_seconds - self.seconds(), limits.exercise_seconds)
            kept = [cell for cell in self._cells if cell.key not in left_out]
            with Session(self._sandbox, kept, replace(limits, total_seconds=left), shown=_nothing) as session:
                results = better(results, self._judged(session, exercises).results)
        return results

    def _looks(self, run: _Run) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
        """Yield which cells to leave out, and which exercises to judge without them."""
        if run.shortened:  # what was judged without the slow cells may have needed one
            yield frozenset(), short_of(run.results, set(self._cell_of) - ended(run.results))
        students = {key for key, cell in self._code.items() if _is_students(cell)}
        reaching = {key for key in students if reaches_further(self._code[key].source)}
        yield from looks(run.results, self._cell_of, reaching | (run.suspects & (students | self._checks)))

    def _judged(self, session: Session, exercises: frozenset[str]) -> _Run:
        cells = session.execute()
        plugin = HiddenTests(
            session, self.answers(cells), self._seed, self._rubric.misconceptions,
            self._assignment.limits.exercise_seconds, self._stubs, exercises,
        )
        results = run_hidden_tests(self._assignment.tests_path, plugin)
        return _Run(cells, results, session.flags, session.suspects, session.shortened)


def _nothing(_outputs: Sequence[object]) -> tuple[()]:
    """Keep nothing of what a second look displays."""
    return ()


def _grade_id(cell: NotebookNode) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def _source_of(notebook: NotebookNode, grade_id: str) -> str:
    return next((str(cell.source) for cell in notebook.cells if _grade_id(cell) == grade_id), "")


def _is_students(cell: NotebookNode) -> bool:
    """Whether the cell is an answer or was added: the course's own cells change what they are meant to change."""
    return bool(cell.metadata.get("nbgrader", {"solution": True}).get("solution"))


def _unreadable(assignment: Assignment, error: UnreadableSubmission, seed: int, student: str) -> Graded:
    reason = str(error)
    report = SubmissionReport(
        assignment.name, Status.UNREADABLE,
        tuple(CellScore(e.id, 0.0, e.points, (), reason) for e in assignment.exercises),
        reason=reason, student=student, seed=seed,
    )
    return Graded(report, with_refusal(rubric_of(assignment).release, reason))

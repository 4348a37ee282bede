"""`autograder grade`: a class into the gradebook, each submission exactly once."""

from __future__ import annotations

import os
import secrets
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from pathlib import Path

from autograder.assignment import Assignment, load_assignment
from autograder.batch import AHEAD, Failed, Job, grade_many, local_pool, seed_for
from autograder.commands.course_folder import find
from autograder.commands.progress import Progress, say
from autograder.errors import UsageError
from autograder.folders import NEVER_GRADED, assignment_version
from autograder.gradebook import Gradebook
from autograder.isolation import require_isolation
from autograder.model import Status, SubmissionReport
from autograder.settings import AUTOGRADED_FOLDER, REPORTS_FOLDER, Isolation
from autograder.submitted import Submitted, submissions

AHEAD_ON_A_CLUSTER = 512  # jobs sent to a scheduler at once: enough for its workers, few enough for its memory


def grade(
    assignment: str, *, students: Sequence[str], workers: int | None, scheduler: str | None, force: bool,
    seed: int | None, isolation: Isolation, course: Path | None,
) -> int:
    """Grade what has been handed in for `assignment`; return 1 where an instructor has to look, else 0."""
    root = find(course)
    rules = load_assignment(root, assignment)
    if isolation is Isolation.SANDBOX:
        require_isolation()
    else:
        print("autograder: warning: no isolation. Submissions can read, change and delete your files.", file=sys.stderr)
    handed_in = submissions(root, assignment, students or None)
    if not handed_in:
        raise UsageError(
            f"Nothing to grade: expected submitted/<student>/{assignment}/{assignment}.ipynb in {root}, found none. "
            "Collect the submissions first, for example with `nbgrader collect` or `nbgrader zip_collect`."
        )
    with Gradebook.open(root) as gradebook:
        where = gradebook.where
        gradebook.sync(rules)
        refused = [one for one in handed_in if one.refused]
        reasons = {
            one.student: "--force" if force else gradebook.reason_to_grade(rules, one)
            for one in handed_in if not one.refused
        }
        todo = [one for one in handed_in if reasons.get(one.student)]
        for reason, count in Counter(filter(None, reasons.values())).most_common():
            if reason != NEVER_GRADED:
                say(f"{count} to grade again: {reason}.")
        counts = _grade_all(root, rules, todo, gradebook, workers, scheduler, force, seed, isolation)
    for one in refused:
        say(f"{one.student!r}: refused. {one.refused}")
    skipped = len(handed_in) - len(refused) - len(todo)
    say(_summary(rules, counts, skipped, len(refused), root, where))
    return 1 if refused or counts[Status.NEEDS_REVIEW] else 0


def _grade_all(
    root: Path, rules: Assignment, todo: Sequence[Submitted], gradebook: Gradebook, workers: int | None,
    scheduler: str | None, force: bool, seed: int | None, isolation: Isolation,
) -> Counter[Status]:
    run_seed = secrets.randbits(48) if seed is None else seed
    by_student = {one.student: one for one in todo}
    version = assignment_version(rules) if scheduler else ""
    jobs = [
        Job(root, rules.name, one.student, one.path, seed_for(run_seed, one.student), isolation, version=version)
        for one in todo
    ]
    counts: Counter[Status] = Counter()
    if not jobs:
        return counts
    with ExitStack() as opened, Progress(rules.name, len(jobs)) as progress:
        def start() -> Executor:
            return opened.enter_context(executor(workers, scheduler, len(jobs)))

        # a cluster looks after its own workers
        again, ahead = (None, AHEAD_ON_A_CLUSTER) if scheduler else (start, AHEAD)
        for job, graded in grade_many(jobs, start(), again=again, ahead=ahead):
            executed = None if isinstance(graded, Failed) else graded.notebook
            report = by_student[job.student].noted(graded.report)
            gradebook.record(rules, by_student[job.student], report, executed, force=force)
            counts[report.submission_status] += 1
            progress.done(job.student, line_of(report))
    return counts


@contextmanager
def executor(workers: int | None, scheduler: str | None, jobs: int) -> Iterator[Executor]:
    """Yield where jobs run: processes of this machine, or a Dask cluster at the address `scheduler`."""
    if scheduler is not None:
        with _cluster(scheduler) as pool:
            yield pool
        return
    count = min(workers or os.cpu_count() or 1, jobs)
    with local_pool(count) as pool:
        yield pool


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError:
        raise UsageError(
            "--scheduler needs Dask, which is not installed here. Run `make setup` in the course's folder, or "
            "`pip install \".[cluster]\"`."
        ) from None
    try:
        client = Client(address, timeout=15)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"No Dask scheduler answered at {address!r} ({type(error).__name__}). Start one with `dask scheduler` "
            "and give the address that it prints, for example tcp://127.0.0.1:8786."
        ) from None
    with client, client.get_executor(pure=False) as pool:  # two equal jobs are two jobs
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=False)  # or it would wait for every job it was given
            raise


def line_of(report: SubmissionReport) -> str:
    """Return one submission's outcome in a line."""
    if report.submission_status is Status.GRADED:
        line = f"{report.score:g} of {report.max_score:g}"
        return line + (f"  (flagged: {report.flags[0]})" if report.flags else "")
    return f"{report.submission_status.value.replace('_', ' ')}: {report.reason or 'see the report'}"


def _summary(rules: Assignment, counts: Counter[Status], skipped: int, refused: int, root: Path, where: str) -> str:
    parts = [f"{counts[status]} {status.value.replace('_', ' ')}" for status in Status if counts[status]]
    parts += [f"{skipped} unchanged since they were graded"] if skipped else []
    parts += [f"{refused} refused"] if refused else []
    return (
        f"{rules.name}: {', '.join(parts) or 'nothing to do'}.\n"
        f"gradebook   {where}\n"
        f"notebooks   {root / AUTOGRADED_FOLDER}\n"
        f"reports     {root / REPORTS_FOLDER / rules.name}"
    )

"""Grade many through any `Executor`; reports arrive as they finish."""

from __future__ import annotations

import ctypes
import hashlib
import multiprocessing
import platform
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from autograder.assignment import load_assignment
from autograder.errors import GraderError
from autograder.grading import Graded, grade_file
from autograder.model import Status, SubmissionReport
from autograder.sandbox import Sandbox
from autograder.settings import Isolation


@dataclass(frozen=True)
class Job:
    """One submission to grade, small enough to send to any worker."""

    course_root: Path
    assignment: str
    student: str
    path: Path
    seed: int
    isolation: Isolation
    only: str = ""  # the one exercise to judge; all of them where it is empty


@dataclass(frozen=True)
class Failed:
    """A submission that could not be graded through no fault of the student's; it has no score."""

    report: SubmissionReport


def seed_for(run_seed: int, student: str) -> int:
    """Return the seed of one submission's hidden inputs: fresh for each run, the same however work is spread."""
    digest = hashlib.sha256(f"{run_seed}:{student}".encode()).digest()
    return int.from_bytes(digest[:6], "big")


def grade_many(jobs: Sequence[Job], executor: Executor) -> Iterator[tuple[Job, Graded | Failed]]:
    """Yield each job with its outcome as it finishes; one submission never ends the batch."""
    futures: dict[Future[Graded | Failed], Job] = {executor.submit(grade_job, job): job for job in jobs}
    for future in as_completed(futures):
        job = futures.pop(future)
        try:
            yield job, future.result()
        except Exception as error:
            yield job, _failed(job, f"The grader stopped while grading: {type(error).__name__}: {error}")


def local_pool(processes: int) -> ProcessPoolExecutor:
    """Return an executor of this machine's processes, none of which outlives this one, however it ends."""
    # spawn: a forked copy of a process that has started threads, as torch does, may hang
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(processes, mp_context=context, initializer=_end_with_parent)


def _end_with_parent() -> None:
    if platform.system() == "Linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def grade_job(job: Job) -> Graded | Failed:
    """Grade one job in this process, with this process's warm sandbox."""
    try:
        assignment = load_assignment(job.course_root, job.assignment)
        return grade_file(
            job.path, assignment, _warm_sandbox(job.isolation), seed=job.seed, student=job.student, only=job.only
        )
    except GraderError as error:
        return _failed(job, str(error))


def _failed(job: Job, reason: str) -> Failed:
    return Failed(
        SubmissionReport(
            job.assignment, Status.NEEDS_REVIEW, (), reason=reason, student=job.student, seed=job.seed
        )
    )


@lru_cache(maxsize=2)
def _warm_sandbox(isolation: Isolation) -> Sandbox:
    """Return this process's sandbox: started at its first job, stopped with the process.

    A cache and not an argument, because an executor's worker process is made by the executor, anywhere.
    """
    import atexit

    sandbox = Sandbox(isolation)
    sandbox.__enter__()
    atexit.register(sandbox.close)
    return sandbox

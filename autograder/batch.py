"""Grade many through any `Executor`; reports arrive as they finish."""

from __future__ import annotations

import atexit
import ctypes
import gc
import hashlib
import multiprocessing
import os
import platform
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from autograder.assignment import load_assignment
from autograder.errors import GraderError, IsolationUnavailable
from autograder.folders import assignment_version
from autograder.grading import Graded, grade_file
from autograder.model import Status, SubmissionReport
from autograder.sandbox import Sandbox
from autograder.selftest import require_confinement
from autograder.settings import Isolation

AHEAD = 64  # jobs under way at once
TRIES = 2  # times that an executor may break under a job, the second time under it alone
MOST_IN_VAIN = 6  # executors that may break one after the other before the batch is given up
COURSE_VARIABLE = "AUTOGRADER_COURSE"  # on a cluster's worker: where its own copy of the course stands

_SECONDS_TO_END = 5.0  # for processes that are told to, until they are killed
_T = TypeVar("_T")

_GONE = (
    ". The processes that grade end before they have graded anything: see whether memory or processes are short here. "
    "What was graded is kept; run the same command to go on."
)
_UPDATE = (
    "Give every machine the same course folder, or set AUTOGRADER_COURSE there to an equal copy, submissions included."
)
_ONE_AT_A_TIME = threading.Lock()  # one sandbox a process: a worker with several threads takes turns


@dataclass(frozen=True)
class Job:
    """One submission to grade, small enough to send to any worker.

    `version` is the assignment's, where the worker may have another copy of the course; else it is empty.
    """

    course_root: Path
    assignment: str
    student: str
    path: Path
    seed: int
    isolation: Isolation
    only: str = ""  # the one exercise to judge; all of them where it is empty
    version: str = ""


@dataclass(frozen=True)
class Failed:
    """A submission that could not be graded through no fault of the student's; it has no score.

    `missing` names the protections without which nothing may be graded.
    """

    report: SubmissionReport
    missing: tuple[str, ...] = ()


def seed_for(run_seed: int, student: str) -> int:
    """Return the seed of one submission's hidden inputs: fresh for each run, the same however work is spread."""
    digest = hashlib.sha256(f"{run_seed}:{student}".encode()).digest()
    return int.from_bytes(digest[:6], "big")


def grade_many(
    jobs: Iterable[Job], executor: Executor, *, again: Callable[[], Executor] | None = None, ahead: int = AHEAD
) -> Iterator[tuple[Job, Graded | Failed]]:
    """Yield each job with its outcome as it finishes; one submission never ends the batch.

    At most `ahead` jobs are under way, so that memory does not grow with the class. A worker process that dies takes
    its executor with it, and every job under way: `again` gives a new executor, on which those run one by one, so
    that one that ends its process each time is found out and costs no other anything.
    Raises IsolationUnavailable where student code turns out not to be confined: then no job may run.
    """
    waiting = iter(jobs)
    running: dict[Future[Graded | Failed], tuple[Job, int]] = {}
    lost: list[tuple[Job, int]] = []
    in_vain = 0  # executors in a row that broke before anything was graded
    while True:
        alone = lost or any(tries > 1 for _, tries in running.values())
        while len(running) < (1 if alone else ahead) and (pair := lost.pop() if lost else _first(waiting)) is not None:
            try:
                running[executor.submit(grade_job, pair[0])] = pair
            except BrokenExecutor as error:
                in_vain += 1
                if again is None or in_vain > MOST_IN_VAIN:
                    raise GraderError(_stopped(error) + _GONE) from error
                executor.shutdown(wait=False)
                lost.append(pair)
                executor = again()
        if not running:
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            job, tries = running.pop(future)
            try:
                outcome: Graded | Failed = future.result()
                in_vain = 0
            except BrokenExecutor as error:
                if again is not None and tries < TRIES:
                    lost.append((job, tries + 1))
                    continue
                outcome = _failed(job, _stopped(error))
            except Exception as error:
                outcome = _failed(job, _stopped(error))
            if isinstance(outcome, Failed) and outcome.missing:
                for other in running:
                    other.cancel()
                raise IsolationUnavailable(outcome.report.reason, missing=outcome.missing)
            yield job, outcome


def _first(waiting: Iterator[Job]) -> tuple[Job, int] | None:
    job = next(waiting, None)
    return None if job is None else (job, 1)


def _stopped(error: Exception) -> str:
    return f"The grader stopped while grading: {type(error).__name__}: {error}"


def local_pool(processes: int) -> ProcessPoolExecutor:
    """Return an executor of this machine's processes, none of which outlives this one, however it ends."""
    # spawn: a forked copy of a process that has started threads, as torch does, may hang
    context = multiprocessing.get_context("spawn")
    return _LocalPool(processes, mp_context=context, initializer=_prepare)


class _LocalPool(ProcessPoolExecutor):
    """Ends its processes at once, whatever they are at, where its `with` block ends in an error or by Ctrl-C."""

    def submit(self, function: Callable[..., _T], /, *arguments: Any, **more: Any) -> Future[_T]:  # noqa: ANN401
        # Ctrl-C reaches every process of the terminal. A new one is spared until `_prepare` has told it what to do.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return super().submit(function, *arguments, **more)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._abandon()
        super().__exit__(kind, error, trace)

    def _abandon(self) -> None:
        processes = list((self._processes or {}).values())
        for process in processes:
            process.terminate()  # `_prepare` has it close its sandbox first
        ends = time.monotonic() + _SECONDS_TO_END
        for process in processes:
            process.join(max(0.0, ends - time.monotonic()))
            process.kill()
        # One that ended while it wrote leaves half a message. Whoever reads that waits for the rest for as long as
        # anybody could write it, and this process could.
        self._result_queue._writer.close()  # type: ignore[attr-defined]
        self.shutdown(wait=False, cancel_futures=True)


def _prepare() -> None:
    atexit.register(gc.freeze)  # or Python's way out looks through all that was loaded, half a second long
    if platform.system() == "Linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    signal.signal(signal.SIGTERM, _end)
    # The process that started this one says when to stop. Not SIG_IGN, which the sandbox would inherit.
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _end(*_: object) -> None:
    """Remove what this process made outside, and end it in the middle of whatever it does."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # the pool says it again
    try:
        atexit._run_exitfuncs()
    finally:
        os._exit(1)


def grade_job(job: Job) -> Graded | Failed:
    """Grade one job in this process, with this process's warm sandbox."""
    root = Path(os.environ.get(COURSE_VARIABLE) or job.course_root) if job.version else job.course_root
    path = root / job.path.relative_to(job.course_root) if job.version else job.path
    try:
        with _ONE_AT_A_TIME:
            assignment = load_assignment(root, job.assignment)
            if job.version and job.version != assignment_version(assignment):
                return _failed(job, f"{platform.node()} has another version of {job.assignment} in {root}. {_UPDATE}")
            if job.version and not os.path.lexists(path):
                return _failed(job, f"{platform.node()} cannot see {path}. {_UPDATE}")
            return grade_file(
                path, assignment, _warm_sandbox(job.isolation), seed=job.seed, student=job.student, only=job.only
            )
    except IsolationUnavailable as error:
        return replace(_failed(job, str(error)), missing=error.missing)
    except GraderError as error:
        return _failed(job, str(error))


def _failed(job: Job, reason: str) -> Failed:
    return Failed(
        SubmissionReport(
            job.assignment, Status.NEEDS_REVIEW, (), reason=reason, student=job.student, seed=job.seed
        )
    )


def open_sandbox() -> None:
    """Start this process's confined sandbox now and not at its first job; raises what would stop that job."""
    with _ONE_AT_A_TIME:
        _warm_sandbox(Isolation.SANDBOX)


@lru_cache(maxsize=2)
def _warm_sandbox(isolation: Isolation) -> Sandbox:
    """Return this process's sandbox: started at its first job, stopped with the process.

    A cache and not an argument, because an executor's worker process is made by the executor, anywhere.
    """
    sandbox = Sandbox(isolation)
    atexit.register(sandbox.close)  # before it starts: it may be told to stop just then
    sandbox.__enter__()
    try:
        require_confinement(sandbox)
    except BaseException:
        sandbox.close()
        raise
    return sandbox

"""Many submissions: spread over processes that end with the one that started them, and each with its own seed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import Executor, Future
from pathlib import Path

import pytest

from autograder.batch import Failed, Job, grade_many, seed_for
from autograder.model import Status
from autograder.settings import Isolation

SCRIPT = """
import os, time
from autograder.batch import local_pool

if __name__ == "__main__":
    with local_pool(1) as pool:
        print(pool.submit(os.getpid).result(), flush=True)
        pool.submit(time.sleep, 60).result()
"""


class Vanishing(Executor):
    """A cluster whose worker is gone."""

    def submit(self, function, /, *arguments, **more):
        future: Future = Future()
        future.set_exception(ConnectionError("the worker is gone"))
        return future


def job(student):
    return Job(Path("/nowhere"), "least_squares", student, Path("/nowhere/x.ipynb"), 1, Isolation.SANDBOX)


@pytest.mark.parametrize("how", ["terminate", "kill"])
def test_processes_end_with_the_one_that_started_them(tmp_path, how):
    script = tmp_path / "grader.py"
    script.write_text(SCRIPT)
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as grader:
        worker = int(grader.stdout.readline())
        os.kill(worker, 0)
        getattr(grader, how)()
    ends = time.monotonic() + 10
    while Path(f"/proc/{worker}").exists() and time.monotonic() < ends:
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}").exists()


def test_a_worker_that_vanishes_ends_neither_the_batch_nor_in_a_score():
    outcomes = dict(grade_many([job("ada"), job("ben")], Vanishing()))
    assert len(outcomes) == 2
    for outcome in outcomes.values():
        assert isinstance(outcome, Failed)
        assert outcome.report.submission_status is Status.NEEDS_REVIEW
        assert outcome.report.exercises == ()
        assert "ConnectionError" in outcome.report.reason


def test_seeds_differ_between_students_and_runs_and_repeat_for_the_same():
    seeds = {seed_for(run, student) for run in (1, 2) for student in ("ada", "ben")}
    assert len(seeds) == 4
    assert seed_for(1, "ada") == seed_for(1, "ada")

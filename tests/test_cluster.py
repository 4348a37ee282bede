"""Grading on a Dask cluster of real processes, over TCP: the same reports, and a worker that dies costs nothing."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import psutil
import pytest
from distributed import Client
from typed_commands import ROOT, words_of

from autograder.assignment import load_assignment, reference_notebook, release_notebook

BIN = Path(sys.executable).parent
SEED = "11"


@contextlib.contextmanager
def processes(*commands, env=None, cwd):
    started = [
        subprocess.Popen(
            list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=cwd,
            env={**os.environ, **(env or {})},
        )
        for command in commands
    ]
    try:
        yield started
    finally:
        for process in started:
            process.kill()
        for process in started:
            process.wait(timeout=30)


GUIDE = "book/a-instructor-guide.md"


def typed(words, address=""):
    """The words of the guide's command, with the addresses of this machine for those of the guide's."""
    program, *rest = (word.replace("tcp://10.0.0.1:8786", address).replace("10.0.0.1", "127.0.0.1") for word in words)
    return [BIN / program, *rest]


@contextlib.contextmanager
def scheduler(folder):
    """A scheduler on loopback; yields its address."""
    facts = folder / "scheduler.json"
    command = typed(words_of("dask scheduler", of=GUIDE))
    command += ["--port", "0", "--no-dashboard", "--scheduler-file", facts]
    with processes(command, cwd=folder):
        ends = time.monotonic() + 120
        while not facts.exists() or not facts.read_text().strip():
            assert time.monotonic() < ends, "the scheduler did not start"
            time.sleep(0.2)
        yield json.loads(facts.read_text())["address"]


def worker(address, folder):
    return [
        BIN / "dask", "worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1",
        "--local-directory", folder,
    ]


def hand_in(course, count):
    assignment = load_assignment(course, "averages")
    for number in range(count):
        notebook = reference_notebook(assignment) if number % 3 else release_notebook(assignment)
        folder = course / "submitted" / f"student{number}" / "averages"
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / "averages.ipynb")


def command(course, *more):
    return list(map(str, [BIN / "autograder", "grade", "averages", "--course", course, "--seed", SEED, *more]))


def grade(course, *more, env=None):
    done = subprocess.run(
        command(course, *more), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        env={**os.environ, **(env or {})}, timeout=600,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def reports(course):
    """What was saved, but for what a clock says."""
    found = {}
    for path in sorted((course / "reports" / "averages").glob("*.json")):
        report = json.loads(path.read_text())
        assert report.pop("seconds") > 0
        for cell in report["exercises"]:
            for test in cell["tests"]:
                assert test.pop("seconds") >= 0
        found[path.stem] = report
    return found


@pytest.fixture(scope="module")
def course(made_small_course, tmp_path_factory):
    copy = shutil.copytree(made_small_course, tmp_path_factory.mktemp("cluster") / "course")
    hand_in(copy, 6)
    return copy


@pytest.fixture(scope="module")
def expected(course, tmp_path_factory):
    """The reports of one local worker."""
    own = shutil.copytree(course, tmp_path_factory.mktemp("one") / "course")
    grade(own, "--workers", "1")
    found = reports(own)
    assert len(found) == 6
    return found


def test_two_workers_and_a_cluster_give_the_reports_of_one_worker_to_the_last_bit(course, expected, tmp_path):
    two = shutil.copytree(course, tmp_path / "two")
    grade(two, "--workers", "2")
    assert reports(two) == expected
    on_cluster = shutil.copytree(course, tmp_path / "cluster")
    with scheduler(tmp_path) as address, processes(
        worker(address, tmp_path), worker(address, tmp_path), cwd=tmp_path
    ):
        grade(on_cluster, "--scheduler", address)
    assert reports(on_cluster) == expected


def at_start(address, count):
    """How many sandboxes each worker has open, and whether Dask's profiler looks at it, before any job."""

    def look(dask_worker):
        from autograder import batch

        return batch._warm_sandbox.cache_info().currsize, "profile" in dask_worker.periodic_callbacks

    with Client(address) as client:
        client.wait_for_workers(count, timeout=120)
        return client.run(look).values()


def test_the_commands_of_the_guide_start_workers_and_grade_on_them(course, expected, tmp_path):
    own = shutil.copytree(course, tmp_path / "course")
    with scheduler(tmp_path) as address:
        many = typed(words_of("dask worker", of=GUIDE), address)
        many[many.index("--nworkers") + 1] = "2"
        with processes([*many, "--no-dashboard", "--local-directory", tmp_path], cwd=tmp_path) as (workers,):
            assert set(at_start(address, 2)) == {(1, False)}
            grade(own, *typed(words_of("autograder grade diagnosis --scheduler", of=GUIDE), address)[-2:])
            workers.terminate()  # or those that it has started would outlive it
            workers.wait(timeout=60)
    assert reports(own) == expected


SBATCH = """#!/bin/sh
grep -q '^#SBATCH -t 04:00:00$' "$1" || exit 1
job=$(mktemp "$0.XXXXXX") && cp "$1" "$job"  # the caller removes its file
setsid sh "$job" >"$job.log" 2>&1 &
echo "Submitted batch job $!"
"""
SCANCEL = """#!/bin/sh
kill -- "-$1"
"""


def test_the_lines_of_the_guide_start_workers_by_slurm_and_grade_on_them(course, expected, tmp_path):
    own = shutil.copytree(course, tmp_path / "course")
    for name, text in (("sbatch", SBATCH), ("scancel", SCANCEL)):  # of Slurm's, what dask-jobqueue calls
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / GUIDE).read_text(encoding="utf-8"), re.DOTALL)
    (block,) = (block for block in blocks if "SLURMCluster" in block)
    assert "scale(jobs=40)" in block
    program = block.replace("scale(jobs=40)", "scale(jobs=2)") + "input()"
    here = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "DASK_JOBQUEUE__SLURM__INTERFACE": "lo"}
    with subprocess.Popen(
        [sys.executable, "-u", "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, env={**os.environ, **here}, cwd=tmp_path,
    ) as cluster:
        address = cluster.stdout.readline().strip()
        try:
            assert set(at_start(address, 2)) == {(1, False)}
            grade(own, "--scheduler", address)
        finally:
            rest, _ = cluster.communicate("\n", timeout=120)
    assert reports(own) == expected
    assert cluster.returncode == 0, rest


def test_a_worker_that_is_killed_in_mid_batch_costs_nothing(course, expected, tmp_path):
    own = shutil.copytree(course, tmp_path / "course")
    with scheduler(tmp_path) as address, processes(
        worker(address, tmp_path), worker(address, tmp_path), cwd=tmp_path
    ) as workers:
        with subprocess.Popen(
            command(own, "--scheduler", address), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as grader:
            lines = [next(line for line in grader.stdout if line.startswith("[1/6]"))]
            workers[0].kill()
            lines += grader.stdout
        assert grader.returncode == 0, lines
    assert reports(own) == expected


def test_a_local_worker_that_is_killed_in_mid_batch_costs_nothing(course, expected, tmp_path):
    own = shutil.copytree(course, tmp_path / "course")
    with subprocess.Popen(
        command(own, "--workers", "2"), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as grader:
        lines = [next(line for line in grader.stdout if line.startswith("[1/6]"))]
        graders = [one for one in psutil.Process(grader.pid).children() if "spawn_main" in " ".join(one.cmdline())]
        assert len(graders) == 2
        graders[0].kill()
        lines += grader.stdout
    assert grader.returncode == 0, lines
    assert reports(own) == expected


def test_a_worker_uses_its_own_copy_of_the_course_and_one_that_differs_is_found_out(course, expected, tmp_path):
    own = shutil.copytree(course, tmp_path / "course")
    copy = shutil.copytree(course, tmp_path / "elsewhere")
    with scheduler(tmp_path) as address, processes(
        worker(address, tmp_path), cwd=tmp_path, env={"AUTOGRADER_COURSE": str(copy)}
    ):
        grade(own, "--scheduler", address)
        assert reports(own) == expected
        tests = copy / "solutions" / "averages" / "hidden" / "test_averages.py"
        tests.write_text(tests.read_text() + "\n# another version\n")
        done = subprocess.run(
            command(own, "--scheduler", address, "--force", "--student", "student1"), text=True, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
    assert done.returncode == 1
    assert "another version of averages" in done.stdout
    assert str(copy) in done.stdout


def test_no_scheduler_at_the_address_is_said_in_a_sentence(course, tmp_path):
    own = shutil.copytree(course, tmp_path / "course")
    done = subprocess.run(
        command(own, "--scheduler", "tcp://127.0.0.1:1"), text=True, capture_output=True, check=False, timeout=300
    )
    assert done.returncode == 2
    assert "No Dask scheduler answered" in done.stderr
    assert "Traceback" not in done.stderr

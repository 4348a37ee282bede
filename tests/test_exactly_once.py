"""Whatever happens to the grader, each hand-in is graded once, and no score is invented."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import Executor, Future
from dataclasses import asdict
from pathlib import Path

import nbformat
import pytest
from killed_batch import Kills, difference, fresh, kill_until_done, left_behind, make_class, scores_in, started
from killed_grader import everything

from autograder import batch, cli
from autograder.assignment import load_assignment, reference_notebook
from autograder.batch import grade_job
from autograder.commands import grade as grade_command

# nbgrader and nbconvert still call what Python and their own libraries have deprecated
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning")

NAME = "averages"


# Killed


@pytest.fixture(scope="module")
def few(course_root, tmp_path_factory):
    return Class(course_root, tmp_path_factory.mktemp("few"), students=6)


class Class:
    """A class as it was handed in, and what a run that nobody disturbed made of it."""

    def __init__(self, course_root, folder, students):
        self.start = folder / "start"
        self.expected = make_class(course_root, self.start, students, seed=5)
        self.course = fresh(self.start, folder / "undisturbed")
        assert started(self.course).wait() == 0, (folder / "undisturbed.log").read_text()
        self.left = left_behind(self.course)


def test_the_class_gets_what_its_answers_say_of_themselves(few):
    assert scores_in(few.course) == pytest.approx(few.expected)
    assert 0 < sum(few.expected.values()) < 8 * len(few.expected)


def killed(the_class, folder, wanted):
    """Kill graders of a class `wanted` times, in a program of its own, and return what that prints last."""
    seed = int(os.environ.get("FIT_A_LINE_TWICE_KILL_SEED", time.time_ns()))
    program = [sys.executable, Path(__file__).with_name("killed_batch.py"), the_class.start, folder]
    with (folder / "figures").open("w") as figures:
        done = subprocess.run(
            [*map(str, program), str(wanted), str(seed)], stdout=figures, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 0, done.stderr
    found = json.loads((folder / "figures").read_text().splitlines()[-1])
    print(f"seed {seed}: {found}")
    assert difference(the_class.left, left_behind(folder / "killed")) == ""
    return found


def test_killed_ten_times_it_ends_as_if_left_alone(few, tmp_path):
    found = killed(few, tmp_path, 10)

    assert found["count"] == 10
    assert found["different"] == []


def test_killed_with_all_its_processes_and_started_twice_at_once(few, tmp_path):
    """The whole command: nothing of the killed one goes on, and of two that follow one records each hand-in."""
    kills, course = Kills(), fresh(few.start, tmp_path / "killed")
    draw = random.Random(time.time_ns())

    def two_at_once():
        if kills.graders_started:
            second = started(course, "--workers", "1")
        first = started(course, "--workers", "1")
        return Both(first, second) if kills.graders_started else first

    kill_until_done(two_at_once, course, draw, kills, 1)

    assert kills.left_running == []
    assert difference(few.left, left_behind(course)) == ""


class Both:
    """Two graders, as one."""

    def __init__(self, *graders):
        self.graders = graders
        self.pid = graders[0].pid

    def poll(self):
        return None if None in [grader.poll() for grader in self.graders] else self.wait()

    def wait(self):
        return next((status for grader in self.graders if (status := grader.wait())), 0)


@pytest.mark.long
def test_a_hundred_kills_make_no_difference(course_root, tmp_path):
    """Forty hand-ins, graded over and over: ninety kills of forked graders and ten of the whole command."""
    many = Class(course_root, tmp_path, students=40)
    assert scores_in(many.course) == pytest.approx(many.expected)
    found = killed(many, tmp_path, 90)
    assert found["count"] == 90
    assert found["while_recording"] > 0
    assert found["different"] == []

    kills, course = Kills(), tmp_path / "whole"
    while kills.count < 10:
        fresh(many.start, course)
        kill_until_done(lambda: started(course), course, random.Random(time.time_ns()), kills, 10)
        assert difference(many.left, left_behind(course)) == ""
        print(asdict(kills), flush=True)
    assert kills.left_running == []

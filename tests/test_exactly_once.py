"""Whatever happens to the grader, each hand-in is graded once, and no score is invented."""

from __future__ import annotations

import contextlib
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


def test_killed_three_times_it_ends_as_if_left_alone(few, tmp_path):
    kills = Kills()
    course = fresh(few.start, tmp_path / "killed")

    kill_until_done(course, random.Random(time.time_ns()), kills, 3, "--workers", "1")

    assert kills.count >= 1
    assert difference(few.left, left_behind(course)) == ""
    assert kills.left_running == []


def test_two_graders_at_once_on_one_course_grade_each_hand_in_once(few, tmp_path):
    course = fresh(few.start, tmp_path / "shared")

    graders = [started(course, "--workers", "1") for _ in range(2)]

    assert [grader.wait() for grader in graders] == [0, 0], (tmp_path / "shared.log").read_text()
    assert difference(few.left, left_behind(course)) == ""


@pytest.mark.long
def test_a_hundred_kills_make_no_difference(course_root, tmp_path):
    """Forty hand-ins, graded over and over until graders were killed a hundred times."""
    many = Class(course_root, tmp_path, students=40)
    assert scores_in(many.course) == pytest.approx(many.expected)
    seed = int(os.environ.get("FIT_A_LINE_TWICE_KILL_SEED", time.time_ns()))
    draw, kills = random.Random(seed), Kills()
    while kills.count < 100:
        course = fresh(many.start, tmp_path / "killed")
        kill_until_done(course, draw, kills, 100, "--workers", str(draw.choice([1, 2])))
        if different := difference(many.left, left_behind(course)):
            kills.different.append(different)
        print(f"seed {seed}: {asdict(kills)}", flush=True)

    assert kills.different == []
    assert kills.left_running == []
    assert kills.while_recording > 0

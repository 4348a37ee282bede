"""A gradebook in PostgreSQL: two graders at once, and the same export as from sqlite."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from postgres_server import server

from autograder.commands.demo import copy_course, hand_in
from autograder.gradebook import Gradebook

NAME = "least_squares"
STUDENTS = ("ada", "ben", "chiara", "farid", "kofi", "sena")
AUTOGRADER = str(Path(sys.executable).with_name("autograder"))

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning")


def course(root, folder, db_url=""):
    """A copy of the course in which some of the sample class handed in; its gradebook is at `db_url`."""
    copy = copy_course(root, folder)
    hand_in([root / "tests" / "sample_class" / student for student in STUDENTS], copy)
    if db_url:
        with (copy / "nbgrader_config.py").open("a") as config:
            config.write(f"c.CourseDirectory.db_url = {db_url!r}\n")
    return copy


def start(copy, *arguments):
    return subprocess.Popen(
        [AUTOGRADER, *arguments, "--course", str(copy)], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
    )


def done(process, *statuses):
    said, _ = process.communicate(timeout=600)
    assert process.returncode in statuses, said
    return said


def grade(copy):
    return start(copy, "grade", NAME, "--seed", "3", "--workers", "1")


def exported(copy, kind):
    done(start(copy, "export", NAME, "--format", kind), 0, 1)
    return (copy / "reports" / f"{NAME}-{kind}.csv").read_bytes()


def test_two_graders_on_postgres_and_one_on_sqlite_give_the_same_export(course_root, tmp_path):
    with server() as db_url:
        served, local = course(course_root, tmp_path / "served", db_url), course(course_root, tmp_path / "local")
        with Gradebook.open(served):
            pass  # nbgrader makes its tables, which takes seconds: two graders would wait for one another
        two = [grade(served), grade(served)]
        said = [done(process, 0, 1) for process in two]
        done(grade(local), 0, 1)

        for kind in ("csv", "canvas", "moodle"):
            assert exported(served, kind) == exported(local, kind)
        again = done(grade(served), 0, 1)

    text = (served / "reports" / f"{NAME}-csv.csv").read_text(encoding="utf-8-sig")
    assert [line.split(",")[0].strip('"') for line in text.splitlines()[1:]] == sorted(STUDENTS)
    assert not (served / "gradebook.db").exists()
    assert f"{len(STUDENTS)} unchanged since they were graded" in again
    assert all("127.0.0.1" in output for output in [*said, again])


def test_a_server_that_does_not_answer_is_said_in_a_sentence(course_root, tmp_path):
    copy = course(course_root, tmp_path / "served", "postgresql+psycopg://grader:secret@127.0.0.1:1/grades")

    said = done(grade(copy), 2)

    assert "could not be used" in said
    assert "secret" not in said
    assert "Traceback" not in said

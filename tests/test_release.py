"""Students get one zip with the exercises, what to install and where to begin, and what it promises them holds."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest
from typed_commands import PATH, words_of

from autograder.assignment import load_assignment, reference_notebook
from autograder.bundle import NAME, bundle
from autograder.commands import author
from autograder.course import build
from autograder.errors import CourseError

ASSIGNMENTS = ("batched_model", "descent", "diagnosis", "inference", "least_squares", "torch_training")
BIN = Path(sys.executable).parent


@pytest.fixture(scope="module")
def packed(course_root):
    return bundle(course_root)


@pytest.fixture
def exercises(course_root, tmp_path):
    """The folder of a course with nothing in it but what is released."""
    shutil.copytree(course_root / "exercises", tmp_path / "exercises", ignore=shutil.ignore_patterns(".*"))
    return tmp_path / "exercises"


@pytest.fixture
def unzipped(packed, tmp_path):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(tmp_path)
    return tmp_path / NAME


def names(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_the_bundle_holds_these_files_and_no_other(packed):
    assert names(packed) == [
        f"{NAME}/README.md", f"{NAME}/requirements.txt", *(f"{NAME}/{name}/{name}.ipynb" for name in ASSIGNMENTS)
    ]


def test_the_bundle_holds_no_solution_and_no_hidden_test(packed, course_root):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        text = "\n".join(archive.read(name).decode() for name in archive.namelist())
    assert "BEGIN SOLUTION" not in text
    for name in ASSIGNMENTS:
        tests = (course_root / "solutions" / name / "hidden" / f"test_{name}.py").read_text()
        hidden = re.findall(r"^def (test_\w+)", tests, re.MULTILINE)
        assert len(hidden) > 5
        assert not [test for test in hidden if test in text]


def test_the_same_files_give_the_same_bytes_whenever_and_wherever_they_lie(packed, exercises):
    for path in exercises.rglob("*.ipynb"):
        os.utime(path, (1e9, 1e9))
        path.chmod(0o600)
    assert bundle(exercises.parent) == packed


def test_what_else_lies_there_stays_there(packed, exercises):
    for stray in ("notes.txt", "descent/solution.ipynb", "descent/.ipynb_checkpoints/descent.ipynb", "descent/a.py"):
        (exercises / stray).parent.mkdir(exist_ok=True)
        (exercises / stray).write_text("not for students")
    assert bundle(exercises.parent) == packed


def test_a_bundle_without_a_readme_is_refused(exercises):
    (exercises / "README.md").unlink()
    with pytest.raises(CourseError, match=r"found no README\.md"):
        bundle(exercises.parent)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning")
def test_stale_exercises_are_not_released(small_course, course_root, capsys):
    with pytest.raises(CourseError, match="autograder build"):
        author.release(output=None, course=small_course)
    build(small_course)
    for name in ("README.md", "requirements.txt"):
        shutil.copy(course_root / "exercises" / name, small_course / "exercises")

    assert author.release(output=None, course=small_course) == 0

    said = capsys.readouterr().out
    assert f"{NAME}/averages/averages.ipynb" in said
    path = small_course / "_build" / "release" / f"{NAME}.zip"
    assert names(path.read_bytes())[-1] == f"{NAME}/averages/averages.ipynb"


# the student's path


def required(text):
    return set(re.findall(r"^(\w[\w.-]*==\S+)$", text, re.MULTILINE))


def test_students_install_the_versions_that_grading_uses(course_root):
    asked = required((course_root / "exercises" / "requirements.txt").read_text())
    assert {line.partition("==")[0] for line in asked} == {
        "jupyterlab", "matplotlib", "nbgrader", "numpy", "scipy", "torch"
    }
    assert asked <= required((course_root / "requirements.lock").read_text())


def test_pip_takes_the_requirements_as_they_are_written(unzipped):
    pip = words_of("python -m pip install", of="exercises/README.md")
    done = subprocess.run(
        [sys.executable, *pip[1:], "--dry-run", "--no-index"],
        cwd=unzipped, capture_output=True, text=True, timeout=300, check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Would install" not in done.stdout  # these are the versions that the tests run with


def validate(folder):
    environment = {**os.environ, "PATH": PATH, "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        words_of("nbgrader validate", of="exercises/README.md"), cwd=folder, env=environment, capture_output=True,
        text=True, timeout=600, check=False,
    )
    return done.stdout + done.stderr


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning")
def test_validate_says_that_a_complete_notebook_passes_and_what_an_untouched_one_lacks(unzipped, course_root):
    readme = (unzipped / "README.md").read_text()
    notebook = words_of("nbgrader validate", of="exercises/README.md")[-1]
    assert notebook == "least_squares/least_squares.ipynb"

    untouched = validate(unzipped)
    nbformat.write(reference_notebook(load_assignment(course_root, "least_squares")), unzipped / notebook)
    complete = validate(unzipped)

    assert "NotImplementedError" in untouched
    assert "Success" not in untouched
    assert "Success! Your notebook passes all the tests." in complete
    assert "Success! Your notebook passes all the tests." in readme

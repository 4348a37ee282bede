"""The sample class: each hand-in gets the report that stands beside it, and the files are up to date."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from autograder.assignment import load_assignment
from autograder.grading import grade_file
from autograder.model import Outcome

HERE = Path(__file__).resolve().parent
CLASS = HERE / "sample_class"
EXPECTED = sorted(CLASS.glob("*/*.expected.json"))


def make_sample_class():
    spec = importlib.util.spec_from_file_location("make_sample_class", HERE / "make_sample_class.py")
    module = importlib.util.module_from_spec(spec)


    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_there_are_at_least_twelve_situations():
    assert len(EXPECTED) >= 12


def test_the_files_are_what_the_generator_writes(course_root):
    made = make_sample_class()
    assignment = load_assignment(course_root, made.ASSIGNMENT)
    wanted = {path: text for student in made.CLASS for path, text in made.files_of(student, assignment).items()}
    present = {str(path.relative_to(CLASS)): path.read_text() for path in CLASS.glob("*/**/*.*") if path.is_file()}
    assert sorted(present) == sorted(wanted), "run python tests/make_sample_class.py"
    stale = [path for path, text in wanted.items() if present[path] != text]
    assert not stale, "run python tests/make_sample_class.py"


@pytest.mark.parametrize("expected_path", EXPECTED, ids=lambda path: path.parent.name)
def test_each_hand_in_gets_its_report(course_root, sandbox, expected_path):
    expected = json.loads(expected_path.read_text())
    name = expected_path.name.removesuffix(".expected.json")
    path = expected_path.parent / name / f"{name}.ipynb"
    report = grade_file(path, load_assignment(course_root, name), sandbox, seed=2026).report
    assert report.submission_status.value == expected["submission_status"]
    assert bool(report.repairs) == expected["repaired"], report.repairs
    assert bool(report.flags) == expected["flagged"], report.flags
    for cell in report.exercises:
        wanted = expected["exercises"][cell.id]
        assert cell.score == pytest.approx(wanted["score"], abs=1e-6), cell
        not_passed = {test.name: test.outcome.value for test in cell.tests if test.outcome is not Outcome.PASSED}
        if isinstance(wanted["not_passed"], dict):
            assert not_passed == wanted["not_passed"]
        else:
            assert wanted["not_passed"] in not_passed.values()
        assert all(test.message for test in cell.tests)

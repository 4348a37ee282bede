"""However a real notebook is damaged, it is read or refused with a reason, and answers that are still there count."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import nbformat
import pytest
from damage import SILENT, damaged, defined
from inside import grade

from autograder.assignment import find_assignments, load_assignment, reference_notebook, release_notebook
from autograder.commands.demo import copy_course
from autograder.errors import UnreadableSubmission
from autograder.settings import Limits
from autograder.submission import read_submission

# nbgrader and nbconvert still call what Python and their own libraries have deprecated
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning")

SOLVED = "solved "
# each of these changes a notebook whatever it is done to, and is then named to student and instructor
REPORTED = {
    "locked cells deleted", "all metadata stripped", "answers merged", "grade_ids swapped", "locked cells edited",
}


def counts(some, many):
    """A few for every run of the tests, and many for the long target."""
    return pytest.mark.parametrize("count", [some, pytest.param(many, marks=pytest.mark.long)])


@pytest.fixture(scope="module")
def assignments(course_root):
    return {name: load_assignment(course_root, name) for name in find_assignments(course_root)}


@pytest.fixture(scope="module")
def releases(assignments):
    return {name: release_notebook(assignment) for name, assignment in assignments.items()}


@pytest.fixture(scope="module")
def originals(course_root, assignments):
    """Real notebooks by name: what is released, what is right, what the sample class handed in."""
    found = {}
    for name, assignment in assignments.items():
        found[f"exercises {name}"] = nbformat.read(course_root / "exercises" / name / f"{name}.ipynb", as_version=4)
        found[f"{SOLVED}{name}"] = reference_notebook(assignment)
    for path in sorted((course_root / "tests" / "sample_class").glob("*/*/*.ipynb")):
        text = path.read_text()
        if path.parent.parent.name != "priya":  # whose file is cut off already
            found[f"{path.parent.parent.name} {path.parent.name}"] = json.loads(text)
    return {name: json.loads(json.dumps(notebook)) for name, notebook in found.items()}


def assert_in_shape(submission, release):
    """Everything but the student's own source and text is the course's, and nbformat finds it valid."""
    nbformat.validate(submission.notebook)
    kept = [cell for cell in submission.notebook.cells if "nbgrader" in cell.metadata]
    wanted = [cell for cell in release.cells if "nbgrader" in cell.metadata]
    assert [cell.metadata for cell in kept] == [cell.metadata for cell in wanted]
    for cell, released in zip(kept, wanted, strict=True):
        assert cell.cell_type == released.cell_type
        assert not released.metadata.nbgrader.locked or cell.source == released.source
        assert not cell.get("outputs")


def answers_in(notebook, assignment):
    """What the name of each exercise stands for when all cells have run."""
    names = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            names |= defined(cell["source"])
    return {exercise.id: names.get(exercise.id) for exercise in assignment.exercises}


@counts(150, 1000)
def test_a_damaged_notebook_is_read_or_refused_with_a_reason(
    count, originals, assignments, releases, tmp_path, figures
):
    outcomes = Counter()
    for case in damaged(originals, count, seed=time.time_ns()):
        name = case.original.split()[-1]
        path = tmp_path / f"{name}.ipynb"
        path.write_bytes(case.content)
        try:
            submission = read_submission(path, assignments[name], Limits(), releases[name])
        except UnreadableSubmission as refused:
            outcomes[case.level, "refused"] += 1
            bad = [text for text in (refused.reason, refused.cure) if not text.endswith(".")]
            assert not bad, f"{case}: {bad}"
            continue
        except Exception as error:
            error.add_note(f"{case}; kept in {_kept(case)}")
            raise
        assert_in_shape(submission, releases[name])
        assert all(repair.sentence and repair.instructor_note for repair in submission.repairs)
        outcomes[case.level, "repaired" if submission.repairs else "read"] += 1
    for (level, outcome), number in sorted(outcomes.items()):
        figures(f"damaged notebooks, {level}: {number:4} {outcome}")
    assert outcomes.total() == count


@counts(60, 1000)
def test_what_is_done_to_cells_costs_no_answer_and_is_reported(
    count, originals, assignments, releases, tmp_path, figures
):
    solved = {name: notebook for name, notebook in originals.items() if name.startswith(SOLVED)}
    examined = Counter()
    for case in damaged(solved, count, seed=time.time_ns(), levels=["cells"]):
        if not case.keeps_answers:
            examined["answers deleted"] += 1
            continue
        name = case.original.split()[-1]
        path = tmp_path / f"{name}.ipynb"
        path.write_bytes(case.content)
        submission = read_submission(path, assignments[name], Limits(), releases[name])
        assert answers_in(submission.notebook, assignments[name]) == answers_in(
            solved[case.original], assignments[name]), f"{case}; kept in {_kept(case)}"
        if REPORTED.intersection(case.done):
            assert submission.repairs, f"{case}; kept in {_kept(case)}"
        if SILENT.issuperset(case.done):
            assert not submission.repairs or "mended" in {repair.kind for repair in submission.repairs}, str(case)
        examined["answers kept"] += 1
    figures(f"solved notebooks with damaged cells: {dict(examined)}")
    assert examined["answers kept"] > count / 2


@counts(12, 1000)
def test_a_batch_of_damaged_notebooks_is_graded_to_its_end(
    count, originals, course_root, sandbox, monkeypatch, capfd, tmp_path, figures
):
    """Two thirds are damaged anyhow; the others are solved, and damaged so that full marks are due."""
    mine = {name: notebook for name, notebook in originals.items() if name.endswith("least_squares")}
    solved = {name: notebook for name, notebook in mine.items() if name.startswith(SOLVED)}
    cases = list(damaged(mine, 2 * count // 3, seed=time.time_ns()))
    cases += damaged(solved, count - len(cases), seed=time.time_ns(), levels=["cells"])
    course = copy_course(course_root, tmp_path / "course")
    for number, case in enumerate(cases):
        folder = course / "submitted" / f"student{number:03}" / "least_squares"
        folder.mkdir(parents=True)
        (folder / "least_squares.ipynb").write_bytes(case.content)

    if count < 50:
        status = grade(monkeypatch, sandbox, course, "least_squares")
    else:
        command = [sys.executable, "-m", "autograder.cli", "grade", "least_squares", "--course", str(course)]
        status = subprocess.run(command, check=False).returncode
    said = capfd.readouterr()

    assert "Traceback" not in said.out + said.err
    assert status == 0, said.out + said.err
    reports = [
        json.loads((course / "reports" / "least_squares" / f"student{number:03}.json").read_text())
        for number in range(count)
    ]
    outcomes = Counter()
    for case, report in zip(cases, reports, strict=True):
        full = report["score"] == report["max_score"]
        outcomes[case.level, report["submission_status"], "full marks" if full else "fewer"] += 1
        if report["submission_status"] == "unreadable":
            assert report["reason"].endswith("."), case
        elif case.original.startswith(SOLVED) and case.keeps_answers and case.level == "cells":
            assert full, f"{case}; kept in {_kept(case)}: {report}"
    for (level, state, marks), number in sorted(outcomes.items()):
        figures(f"batch of damaged notebooks, {level}: {number:4} {state}, {marks}")


def _kept(case):
    """Keep a notebook that proved interesting, and return where."""
    path = Path(f"/tmp/damaged-{abs(hash(case.content))}.ipynb")
    path.write_bytes(case.content)
    return path

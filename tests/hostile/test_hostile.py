"""Every case of the corpus against the real sandbox: the stated verdict, nothing left, the next one as if alone."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import sqlite3
import sys
from pathlib import Path

import nbformat
import pytest

from autograder.assignment import load_assignment, reference_notebook
from autograder.grading import grade_file, grade_notebook
from autograder.model import Outcome, Status

HERE = Path(__file__).resolve().parent


def load_module(name):
    spec = importlib.util.spec_from_file_location(f"hostile_{name}", HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


corpus = load_module("corpus")
files = load_module("files")
CASES = corpus.load_cases()
SECRET = "expected-7c1f0d"  # stands in the hidden tests


@pytest.fixture(scope="module")
def trio():
    return load_assignment(corpus.COURSE, corpus.ASSIGNMENT)


@pytest.fixture(scope="module")
def gradebooks(sandbox):
    """Gradebooks where the cases look for one; their bytes are compared once all cases have run."""
    paths = [sandbox._home / "gradebook.db", sandbox._home / "work" / "gradebook.db"]
    for path in paths:
        with contextlib.closing(sqlite3.connect(path)) as database, database:
            database.execute("create table grade (auto_score, manual_score)")
            database.execute("insert into grade values (1, 2)")
    before = [path.read_bytes() for path in paths]
    yield paths
    assert [path.read_bytes() for path in paths] == before
    for path in paths:
        path.unlink()


@pytest.fixture
def grade(trio, sandbox):
    """Grade the solved notebook with one case in it, or as it is."""

    def grade(case=None):
        notebook = reference_notebook(trio)
        if case is not None:
            notebook.cells = [nbformat.from_dict(cell) for cell in corpus.with_case(notebook.cells, case)]
        return grade_notebook(notebook, trio, sandbox, seed=20261)

    return grade


def scores(report):
    return {cell.id: cell.score for cell in report.exercises}


def sentences(report):
    """Return everything that the student reads of a report."""
    failed = [t.message for cell in report.exercises for t in cell.tests if t.outcome is not Outcome.PASSED]
    return [*(cell.reason for cell in report.exercises if cell.reason), *failed]


def worker_processes(sandbox):
    """Return the processes below the worker, from outside."""
    worker = sandbox._process.pid
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == worker:
            found.append(status.parent.name)
    return found


def test_there_are_at_least_a_hundred_and_twenty_cases():
    assert len(CASES) >= 120
    assert {case.verdict for case in CASES} == corpus.VERDICTS


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_each_case_gets_its_verdict_and_leaves_nothing_behind(grade, sandbox, gradebooks, case):
    worker = sandbox._process.pid
    graded = grade(case)
    report = graded.report

    assert report.submission_status is Status.GRADED
    assert scores(report) == {"total": case.score, "line": 2.0, "descend": 2.0}, sentences(report)
    if case.verdict == "flag":
        assert any(case.flags in flag for flag in report.flags), report.flags
    if case.verdict == "full":
        assert report.flags == ()
    read = "\n".join(sentences(report))
    if case.verdict == "reason":
        assert case.says
        assert case.says in read
    shown = nbformat.writes(graded.notebook)
    for text in (read, "\n".join(report.flags)):
        assert "Traceback" not in text
        assert "SMUGGLED" not in text
        assert text.replace("\n", "").isprintable()
    # the visible check calls with these two numbers, which every student can read
    assert "SMUGGLED [" not in shown.replace(case.source, "").replace("SMUGGLED [1.0, 2.0]", "")
    assert SECRET not in shown
    assert SECRET not in read
    assert worker_processes(sandbox) == []
    assert list((sandbox._home / "work" / "scratch").iterdir()) == []
    assert list((sandbox._home / "work" / "pipes").iterdir()) == []
    assert sandbox._process.pid == worker
    if case.group in ("harming", "forging"):
        assert grade().report.score == 8.0


@pytest.fixture(scope="module")
def alone(trio, sandbox):
    return grade_notebook(reference_notebook(trio), trio, sandbox, seed=20261)


def test_a_submission_after_all_of_them_is_graded_as_if_alone(grade, alone):
    """The cases above have run in the same worker; an honest notebook gets what it gets in a fresh one."""
    after = grade()

    assert after.report.score == after.report.max_score == 8.0
    assert after.report.flags == ()
    assert scores(after.report) == scores(alone.report)
    assert [cell.get("outputs") for cell in after.notebook.cells] == [
        cell.get("outputs") for cell in alone.notebook.cells
    ]


@pytest.mark.parametrize("case", files.FILES, ids=lambda case: case.name)
def test_each_file_gets_its_verdict(trio, sandbox, tmp_path, case):
    folder = tmp_path / "handed in"
    folder.mkdir()
    path = case.build(folder, json.loads(nbformat.writes(reference_notebook(trio))))
    before = sorted(folder.rglob("*"))

    report = grade_file(path, trio, sandbox, seed=20261).report

    expected = {"total": 4.0 if case.full else 0.0, "line": 2.0, "descend": 2.0}
    if case.verdict == "refuse":
        assert report.submission_status is Status.UNREADABLE
        assert case.says in report.reason
        assert report.reason.endswith(".")
        expected = dict.fromkeys(expected, 0.0)
    else:
        assert report.submission_status is Status.GRADED, report.reason
    assert scores(report) == expected, sentences(report)
    if case.verdict == "flag":
        assert any(case.says in flag for flag in report.flags), report.flags
    assert sorted(folder.rglob("*")) == before

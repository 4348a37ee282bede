"""The commands by their contract: what they print, and how they end."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from autograder import cli
from autograder.assignment import load_assignment, reference_notebook
from autograder.commands import run as run_command
from autograder.commands.progress import Progress
from autograder.course import new
from autograder.errors import UsageError
from autograder.pages import write_whole

COURSE = Path(__file__).resolve().parent.parent
RELEASE = COURSE / "exercises" / "least_squares" / "least_squares.ipynb"


@pytest.fixture
def autograder(monkeypatch, capsys, sandbox):
    """Run the command line in this process, with the warm sandbox of all tests; return status, output, errors."""
    monkeypatch.setattr(run_command, "Sandbox", lambda isolation: contextlib.nullcontext(sandbox))

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["autograder", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        output = capsys.readouterr()
        return ended.value.code, output.out, output.err

    return run


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    path = tmp_path_factory.mktemp("reference") / "least_squares.ipynb"
    nbformat.write(reference_notebook(load_assignment(COURSE, "least_squares")), path)
    return path


def graded(autograder, path, *more):
    status, out, _ = autograder("run", path, "--assignment", "least_squares", "--json", *more)
    report = json.loads(out)
    assert report["format_version"] == 1
    assert report["assignment"] == "least_squares"
    assert {"submission_status", "score", "max_score", "flags", "exercises"} <= report.keys()
    assert report["max_score"] == 8.0
    assert [exercise["id"] for exercise in report["exercises"]] == ["make_line_data", "sse", "fit_line", "r_squared"]
    return status, report


def test_the_reference_gets_full_marks(autograder, reference):
    status, report = graded(autograder, reference)
    assert status == 0
    assert report["submission_status"] == "graded"
    assert report["score"] == 8.0
    assert report["flags"] == []
    for exercise in report["exercises"]:
        assert exercise["tests"]
        for test in exercise["tests"]:
            assert test.keys() == {"name", "outcome", "message", "misconception"}
            assert test["outcome"] == "passed"


def test_the_release_gets_nothing(autograder):
    status, report = graded(autograder, RELEASE)
    assert status == 0
    assert report["submission_status"] == "graded"
    assert report["score"] == 0.0
    assert {test["outcome"] for exercise in report["exercises"] for test in exercise["tests"]} == {"raised"}


def test_a_truncated_file_is_unreadable_with_a_reason(autograder, reference, tmp_path):
    path = tmp_path / "least_squares.ipynb"
    path.write_bytes(reference.read_bytes()[:3000])
    status, report = graded(autograder, path)
    assert status == 0
    assert report["submission_status"] == "unreadable"
    assert report["score"] == 0.0
    assert "cut short" in report["reason"]
    assert "hand in" in report["reason"]


def test_another_assignments_notebook_is_unreadable_and_named(autograder, tmp_path):
    course = tmp_path / "course"
    shutil.copytree(COURSE / "solutions", course / "solutions")
    shutil.copytree(COURSE / "book", course / "book", ignore=shutil.ignore_patterns("_*"))
    shutil.copy(COURSE / "nbgrader_config.py", course)
    other = new(course, "averages") / "averages.ipynb"
    status, report = graded(autograder, other, "--course", course)
    assert status == 0
    assert report["submission_status"] == "unreadable"
    assert "averages" in report["reason"]
    assert "least_squares" in report["reason"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["run", "nowhere.ipynb", "--assignment", "least_squares"], "nowhere.ipynb: no such file"),
        (["run", "x" * 300, "--assignment", "least_squares"], "File name too long"),
        (["run", "/etc/passwd/x.ipynb", "--assignment", "least_squares"], "Not a directory"),
        (["run", "nowhere.ipynb", "--assignment", "nothing"], "nothing"),
        (["run", "nowhere.ipynb"], "--assignment"),
        (["run", RELEASE, "--assignment", "least_squares", "--course", "/"], "nbgrader_config.py"),
        (["run", RELEASE, "--assignment", "least_squares", "--isolation", "some"], "--isolation"),
        (["run", RELEASE, "--assignment", "least_squares", "--seed", "-1"], "--seed"),
        (["grade", "nothing"], "nothing"),
        (["grade", "least_squares", "--student", "nobody"], "nobody"),
        (["report", "nothing"], "nothing"),
        (["export", "nothing", "--format", "csv"], "nothing"),
        (["export", "least_squares", "--format", "excel"], "excel"),
        (["export", "least_squares"], "--format"),
        (["new", "least_squares"], "least_squares"),
        (["new", "../outside"], "outside"),
        (["nonsense"], "nonsense"),
    ],
)
def test_wrong_use_is_a_sentence_and_status_2(autograder, tmp_path, monkeypatch, arguments, says):
    monkeypatch.chdir(tmp_path)
    status, out, err = autograder(*arguments)
    assert status == 2
    assert says in err
    assert "Traceback" not in out + err


def test_a_fault_of_ours_is_a_sentence_too_and_asks_for_a_person(autograder, monkeypatch):
    def broken(*arguments, **more):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(run_command, "run", broken)
    status, _, err = autograder("run", RELEASE, "--assignment", "least_squares")
    assert status == 1
    assert "ZeroDivisionError" in err
    assert "Traceback" not in err


def test_no_isolation_is_never_silent(autograder):
    _, _, err = autograder("run", RELEASE, "--assignment", "least_squares", "--isolation", "none")
    assert "no isolation" in err


def test_without_json_the_report_is_for_people(autograder, reference):
    status, out, _ = autograder("run", reference, "--assignment", "least_squares")
    assert status == 0
    assert out.startswith("least_squares: 8 of 8 points\n")
    assert "✓" in out


def test_an_unreadable_file_is_said_once(autograder, tmp_path):
    path = tmp_path / "least_squares.ipynb"
    path.write_text("garbage")
    status, out, _ = autograder("run", path, "--assignment", "least_squares")
    assert status == 0
    assert out.count("damaged") == 1


def test_a_real_process_prints_one_json_object_and_nothing_else():
    command = Path(sys.executable).parent / "autograder"
    done = subprocess.run(
        [command, "run", RELEASE, "--assignment", "least_squares", "--json"],
        capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["score"] == 0.0


def test_help_needs_no_numerical_library():
    code = (
        "import sys; from autograder import cli; sys.argv = ['autograder', '--help']\n"
        "try:\n    cli.main()\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('torch', 'numpy', 'scipy', 'nbgrader', 'pytest') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_progress_is_plain_lines_when_piped(capsys):
    with Progress("least_squares", 2) as progress:
        progress.done("ada", "8 of 8")
        progress.done("ben", "7 of 8")
    assert capsys.readouterr().out == "[1/2] ada: 8 of 8\n[2/2] ben: 7 of 8\n"


def test_progress_is_a_bar_on_a_terminal():
    script = (
        "import time; from autograder.commands.progress import Progress\n"
        "with Progress('least_squares', 2) as progress:\n"
        "    progress.done('ada', '8 of 8'); time.sleep(.3); progress.done('ben', '7 of 8'); time.sleep(.3)\n"
    )
    controller, terminal = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", script], stdout=terminal, env={**os.environ, "TERM": "xterm"}):
        os.close(terminal)
        shown = b""
        with contextlib.suppress(OSError):  # the terminal closes with the process
            while chunk := os.read(controller, 4096):
                shown += chunk
    os.close(controller)
    assert b"\x1b[" in shown
    assert "━".encode() in shown


def typed(*arguments, shell="exec \"$@\"", **variables):
    """Run the command line in a process of its own, below a shell; return its status, output and errors."""
    command = ["bash", "-c", shell, "bash", sys.executable, "-m", "autograder.cli", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(COURSE), **variables}
    done = subprocess.run(command, capture_output=True, env=environment, timeout=300, check=False)
    return done.returncode, done.stdout.decode("latin-1"), done.stderr.decode("latin-1")


def test_a_current_folder_that_is_gone_is_named(tmp_path):
    status, _, err = typed("check", shell=f"mkdir {tmp_path}/gone; cd {tmp_path}/gone; rmdir $PWD; exec \"$@\"")
    assert status == 2
    assert "The current folder is gone" in err


@pytest.fixture
def handed_in(small_course):
    for student in ("ada", "李小龍"):
        folder = small_course / "submitted" / student / "averages"
        folder.mkdir(parents=True)
        nbformat.write(reference_notebook(load_assignment(small_course, "averages")), folder / "averages.ipynb")
    return small_course


@pytest.mark.parametrize(("shell", "variables", "says"), [
    ("set -o pipefail; \"$@\" | head -c 1", {}, ""),
    ("exec \"$@\" >&-", {}, ""),
    ("exec \"$@\" >/dev/full", {}, ""),
    ("exec \"$@\"", {"PYTHONIOENCODING": "ascii"}, "\\u674e"),
])
def test_no_output_stops_a_batch(handed_in, shell, variables, says):
    status, out, err = typed("grade", "averages", "--course", handed_in, "--workers", 1, shell=shell, **variables)
    assert status == 0, err
    assert says in out
    assert "a fault of its own" not in err
    assert len(list((handed_in / "reports" / "averages").glob("*.json"))) == 2


def test_reports_that_is_a_file_is_named(handed_in, autograder):
    shutil.rmtree(handed_in / "reports", ignore_errors=True)
    (handed_in / "reports").write_text("")
    status, _, err = autograder("grade", "averages", "--course", handed_in)
    assert status == 2
    assert "reports has to be a folder" in err


def test_a_course_whose_path_no_database_address_can_hold_is_refused(handed_in, autograder):
    odd = handed_in.rename(handed_in.with_name("que?stion"))
    status, _, err = autograder("grade", "averages", "--course", odd)
    assert status == 2
    assert "a path without ? and %" in err


def test_brackets_in_a_courses_path_are_no_parameters(handed_in, autograder):
    odd = handed_in.rename(handed_in.with_name("br[2026]"))
    notebook = odd / "submitted" / "ada" / "averages" / "averages.ipynb"
    status, out, _ = autograder("run", notebook, "--assignment", "averages", "--course", odd)
    assert status == 0
    assert "averages: 3 of 3 points" in out


def test_a_device_is_written_to_and_stays_one(tmp_path):
    device = tmp_path / "device"
    os.mkfifo(device)
    read_end = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(device, "text")
    assert os.read(read_end, 100) == b"text"
    os.close(read_end)
    assert device.is_fifo()
    with pytest.raises(UsageError, match="could not be written"):
        write_whole(Path("/etc/passwd/x"), "text")

"""Written answers are graded in the real formgrader, and what is given there reaches feedback and export."""

from __future__ import annotations

import csv
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import nbformat
import pytest

from autograder.assignment import load_assignment, reference_notebook, release_notebook, with_answer
from autograder.commands import export
from autograder.gradebook import Gradebook
from autograder.grading import grade_file
from autograder.settings import Format, Match
from autograder.submitted import submissions

pytestmark = [
    pytest.mark.browser,
    # nbgrader, nbconvert and the server still call what Python and their own libraries have deprecated
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning"),
]

NAME = "averages"
WROTE = "An average hides the outliers, and here is why <script>alert(1)</script>."
COMMENT = "Good reason; *which* outliers?"


@pytest.fixture
def graded_course(small_course, sandbox) -> Path:
    """A course where ada answered all and ben returned a constant; nobody has read what they wrote."""
    assignment = load_assignment(small_course, NAME)
    right, wrong = reference_notebook(assignment), with_answer(assignment, "average", "def average(v):\n    return 7")
    for student, notebook in (("ada", right), ("ben", wrong)):
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("grade_id") == "why":
                cell.source = WROTE
        folder = small_course / "submitted" / student / NAME
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / f"{NAME}.ipynb")
        (folder / "timestamp.txt").write_text("2026-03-01 10:00:00 UTC")
    with Gradebook.open(small_course) as gradebook:
        gradebook.sync(assignment)
        for one in submissions(small_course, NAME):
            graded = grade_file(one.path, assignment, sandbox, seed=7, student=one.student)
            gradebook.record(assignment, one, graded.report, graded.notebook)
    return small_course


@pytest.fixture
def formgrader(graded_course, tmp_path):
    """The address of a Jupyter server that serves formgrader for that course, on this machine alone."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token, home = secrets.token_hex(16), tmp_path / "home"
    home.mkdir()
    environment = {
        **os.environ, "HOME": str(home), "JUPYTER_CONFIG_DIR": str(home), "JUPYTER_DATA_DIR": str(home),
        "JUPYTER_RUNTIME_DIR": str(home), "IPYTHONDIR": str(home), "JUPYTER_NO_CONFIG": "1",
    }
    log = (tmp_path / "server.log").open("w")
    server = subprocess.Popen(
        [
            sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1",
            f"--ServerApp.port={port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={token}",
            f"--ServerApp.root_dir={graded_course}",
            "--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}",
        ],
        cwd=graded_course, env=environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/api/status?token={token}", server, tmp_path / "server.log")
        yield address, token
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=30)
        log.close()


def _wait_for(url, server, log):
    for _ in range(600):
        assert server.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"the server did not answer:\n{log.read_text()}")


def give(tab, field, text):
    """Fill a field of formgrader's as a grader does, and wait until the server has it."""
    with tab.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
        tab.locator(f"[id='{field}']").fill(text)
        tab.locator(f"[id='{field}']").blur()


def open_submission(tab, address, token, student):
    """Walk from the course to one student's notebook as a grader does."""
    tab.goto(f"{address}/formgrader/gradebook?token={token}")
    tab.get_by_role("link", name=NAME).first.click()
    tab.wait_for_url(f"**/gradebook/{NAME}")
    tab.get_by_role("link", name=NAME).last.click()
    tab.wait_for_url(f"**/gradebook/{NAME}/{NAME}")
    row = tab.locator("tr", has=tab.locator(".name-shown", has_text=student))
    row.locator("a").first.click(force=True)
    tab.wait_for_selector("[id='why']")


def test_what_a_grader_gives_in_formgrader_is_in_the_feedback_and_in_the_export(
    graded_course, formgrader, browser, capsys
):
    address, token = formgrader
    context = browser.new_context()
    tab = context.new_page()
    alerts = []
    tab.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))

    open_submission(tab, address, token, "ben")
    page = tab.locator("body").inner_text()
    give(tab, "why", "1.5")
    give(tab, "why-comment", COMMENT)
    give(tab, "average_tests", "1")
    context.close()

    assert "For graders only" in page
    assert "Because." in page
    assert alerts == []

    done = subprocess.run(
        [str(Path(sys.executable).with_name("nbgrader")), "generate_feedback", NAME],
        cwd=graded_course, capture_output=True, text=True, timeout=300,
    )
    assert done.returncode == 0, done.stderr
    html = (graded_course / "feedback" / "ben" / NAME / f"{NAME}.html").read_text()
    assert "2.5 of 5 points" in html
    assert "the tests gave 0" in html
    assert "<em>which</em>" in html
    assert "For graders only" not in html
    assert "Because." not in html

    status = export.export(
        NAME, kind=Format.CSV, column=None, match=Match.USERNAME, output=None, course=graded_course
    )
    said = capsys.readouterr()
    with (graded_course / "reports" / f"{NAME}-csv.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    assert status == 1
    assert "ada: needs a person: why" in said.err
    assert rows["ben"]["score"] == "2.5"
    assert (rows["ben"]["why"], rows["ben"]["average_tests"]) == ("1.5", "1")
    assert rows["ada"]["score"] == ""


def test_students_get_no_rubric(small_course):
    assignment = load_assignment(small_course, NAME)

    assert "Because." in nbformat.writes(nbformat.read(assignment.notebook_path, as_version=4))
    assert "Because." not in nbformat.writes(release_notebook(assignment))

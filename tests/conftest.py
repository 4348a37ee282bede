"""What several test files share: the course's folder, a small course to change, one warm sandbox."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import nbformat
import pytest
from playwright.sync_api import sync_playwright

from autograder.sandbox import Sandbox

COURSE = Path(__file__).resolve().parent.parent

collect_ignore = ["hostile/course"]  # the hidden tests of a course that tests grade: for the grader alone to collect

sys.path[:0] = [str(Path(__file__).parent)]  # for the modules that several test files share

# chosen by `make test-long`, for the tests that are marked fuzz
hypothesis.settings.register_profile("long", max_examples=10_000, deadline=None, print_blob=True)


@pytest.fixture
def figures(request):
    """Takes lines of figures, which are printed when all tests have run."""
    return lambda line: request.node.user_properties.append(("figure", line))


# Each takes minutes. They begin first, or one process would still be at one of them when the others have ended.
LONGEST = (
    "test_the_day.py", "test_in_a_browser.py", "test_exactly_once.py", "test_damaged_notebooks.py", "test_cluster.py",
    "test_sample_class.py", "test_postgres.py", "test_nbgrader.py", "test_gradebook.py", "test_hostile.py",
)


def pytest_collection_modifyitems(items):
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.name, len(LONGEST)))


def pytest_terminal_summary(terminalreporter):
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, line in report.user_properties if report.when == "call" else ():
            if name == "figure":
                terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def course_root() -> Path:
    return COURSE


@pytest.fixture(scope="module")
def browser():
    """A headless Chromium; without one a test is skipped with the reason, and in CI it fails."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        reason = "no Chromium found: install the package chromium to run the tests that open pages"
        if os.environ.get("FIT_A_LINE_TWICE_REQUIRE_BROWSER"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # playwright's own transport, on closing
        with sync_playwright() as playwright:
            opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            yield opened
            opened.close()


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """One warm worker for all tests: starting it takes seconds, a child takes milliseconds."""
    with Sandbox() as warm:
        yield warm


@pytest.fixture(scope="session")
def made_small_course(tmp_path_factory) -> Path:
    """A course with one assignment: the exercise of `autograder new`, and a written answer called `why`."""
    from autograder.course import new
    from autograder.gradebook import Gradebook

    course = tmp_path_factory.mktemp("made") / "course"
    (course / "book").mkdir(parents=True)
    (course / "book" / "00-start.md").write_text("(start)=\n# Start\n")
    shutil.copy(COURSE / "nbgrader_config.py", course)
    path = new(course, "averages") / "averages.ipynb"
    (course / "solutions" / "misconceptions.toml").write_text("")
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(written_cell("why"))
    nbformat.write(notebook, path)
    with Gradebook.open(course):
        pass  # nbgrader takes seconds to make a database: once is enough
    return course


@pytest.fixture
def small_course(made_small_course, tmp_path) -> Path:
    """A copy of that course, for one test to change."""
    return shutil.copytree(made_small_course, tmp_path / "course")


@pytest.fixture
def grading(monkeypatch, sandbox, capfd):
    """Grade the small course in this process; return the exit status and what was said, which is never a traceback."""

    from inside import grade

    def run(course, *more):
        capfd.readouterr()
        status = grade(monkeypatch, sandbox, course, "averages", *more)
        said = "".join(capfd.readouterr())
        assert "Traceback" not in said
        assert "a fault of its own" not in said
        return status, said

    return run


def written_cell(grade_id: str):
    nbgrader = {
        "grade": True, "solution": True, "locked": False, "task": False, "schema_version": 3,
        "grade_id": grade_id, "points": 2,
    }
    source = "### BEGIN SOLUTION\nBecause.\n### END SOLUTION"
    return nbformat.v4.new_markdown_cell(source, id=grade_id, metadata={"nbgrader": nbgrader})

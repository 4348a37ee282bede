"""Imports in autograder/ go downwards only."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "autograder"

# Lowest first. A module may import from lower layers, and from its own layer what stands to its left.
LAYERS = (
    ("errors", "model", "protocol", "confine", "notebook_shell", "originals", "switches", "warm_up", "watch"),
    (
        "settings", "channel", "expect", "recognise", "replies", "scratch", "seccomp", "isolation", "worker", "forker",
        "course_file", "course_notebook", "assignment_record", "release", "answers", "assignment",
        "safe_text", "safe_html", "safe_svg", "safe_markdown", "sanitise",
        "python_source", "prose", "notebook_file", "matching", "repair", "submission",
    ),
    ("child", "sandbox"),
    ("patience", "session", "selftest"),
    (
        "feedback", "rubric", "graded_notebook", "scoring", "reach", "second_look", "student", "pytest_plugin",
        "collected_tests",
    ),
    ("grading",),
    (
        "submitted", "folders", "batch", "cluster_worker", "marks", "nbgrader_steps", "gradebook_rows", "gradebook",
        "nbgrader_plugin", "book_places", "findings", "hidden_tests", "leaks", "template", "course", "checks", "trials",
        "pages", "reports", "feedback_page", "feedback_exporter", "formgrader_rubric", "exports",
        "bundle", "lms_archives", "lms_files",
    ),
    ("commands", "cli"),
)
PLACE = {name: (layer, column) for layer, names in enumerate(LAYERS) for column, name in enumerate(names)}
WORKER_SIDE = {
    "forker": {"confine", "notebook_shell", "originals", "warm_up", "worker"},
    "worker": {"notebook_shell", "originals", "protocol", "switches", "watch"},
    "warm_up": {"notebook_shell"}, "confine": set(), "notebook_shell": set(), "originals": set(), "switches": set(),
    "watch": set(), "protocol": set(),
}


def module_name(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("autograder"):
            parts = (node.module or "").split(".")
            found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("autograder.")}
    return found


FILES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_has_a_place_and_imports_only_what_lies_below(path):
    name = module_name(path)
    assert name in PLACE, f"{name} has no layer: add it to LAYERS where its imports allow"
    for imported in imports_of(path) - {name}:
        assert PLACE[imported] < PLACE[name], f"{name} imports {imported}, which is not below it"


@pytest.mark.parametrize("name", sorted(WORKER_SIDE))
def test_what_runs_in_the_sandbox_imports_only_what_is_copied_there(name):
    assert imports_of(PACKAGE / f"{name}.py") <= WORKER_SIDE[name]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_opens_with_one_sentence(path):
    docstring = ast.get_docstring(ast.parse(path.read_text())) or ""
    first = docstring.split("\n\n")[0]
    assert first.endswith("."), f"{path.name} must open with a sentence"

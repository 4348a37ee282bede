"""What each command loads: `--help` answers at once, and torch is loaded only by what runs student code."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

LARGE = {
    "numpy", "scipy", "torch", "matplotlib", "IPython", "nbformat", "nbgrader", "pytest", "sqlalchemy", "distributed",
}
SLOW_FOR_NOTHING = "rfc3987_syntax.syntax_helpers"


def loaded(statement: str) -> set[str]:
    """Return the modules that a fresh Python has loaded after `statement`."""
    script = f"import sys, json\n{statement}\nprint(json.dumps([name for name, one in sys.modules.items() if one]))"
    done = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_help_loads_no_large_library():
    statement = (
        "from autograder.cli import app\nsys.argv = ['autograder', '--help']\n"
        "try:\n    app(standalone_mode=False)\nexcept SystemExit:\n    pass"
    )
    assert loaded(statement) & {*LARGE, "rich"} == set()  # rich would draw boxes


@pytest.mark.parametrize("module", ["autograder.commands.grade", "autograder.batch", "autograder.gradebook"])
def test_grading_loads_no_torch_outside_the_sandbox(module):
    found = loaded(f"import {module}")
    assert found & {"torch", "scipy", "matplotlib", "IPython", "distributed"} == set()
    assert SLOW_FOR_NOTHING not in found


def test_notebooks_are_still_checked_without_the_grammar_of_web_addresses():
    script = (
        "import autograder, nbformat\n"
        "nbformat.validate(nbformat.v4.new_notebook())\n"
        "try:\n    nbformat.validate({'cells': 1})\nexcept nbformat.ValidationError:\n    print('refused')"
    )
    done = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, check=True)
    assert done.stdout.strip() == "refused"

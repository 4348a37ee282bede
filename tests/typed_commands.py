"""The commands that README, guide and the students' README have the reader type."""

from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path

# Where a shell finds the programs of this environment, as after `. .venv/bin/activate`.
PATH = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
ROOT = Path(__file__).resolve().parent.parent
TEXTS = ("README.md", "exercises/README.md", "book/a-instructor-guide.md")
FENCE = re.compile(r"^```(?:bash)?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PROGRAMS = {
    "autograder", "make", "nbgrader", "git", "cd", ".", "python3", "python", "py", "jupyter", "pip", "dask", "createdb",
}


def commands(text):
    """Return the commands in the fenced blocks that show what to type."""
    lines = [line for block in FENCE.findall(text) for line in block.splitlines()]
    typed = [line.partition("  #")[0].strip() for line in lines]
    return [line for line in typed if line and line.split()[0] in PROGRAMS]


def words_of(beginning, *, of):
    """Return the words of the one command of a text that begins so: what a test runs is then what a reader types."""
    (line,) = {line for line in commands((ROOT / of).read_text(encoding="utf-8")) if line.startswith(beginning)}
    return shlex.split(line)

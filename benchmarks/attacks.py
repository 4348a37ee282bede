"""What `mallory` hands in: a cell of the hostile corpus in a solved notebook, or one of the corpus's files."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

import nbformat

from autograder.assignment import Assignment, load_assignment, reference_notebook
from benchmarks.contestants import ROOT

HOSTILE = ROOT / "tests" / "hostile"
FORKS = "a limit on processes does not bind root, who runs this: run it as another user"
EXCLUDED = {"harming/fork_bomb": FORKS, "harming/fork_past_the_library": FORKS}
NOT_IN_A_FOLDER = {"device"}  # the path is the machine's own, handed to the grader by hand


@dataclass(frozen=True)
class Attack:
    """One hand-in: `build` writes it into an empty folder and returns the notebook's path.

    `score` is what the attacked exercise deserves; None stands for a file that nobody can grade, where no verdict and
    any verdict are right as long as the others get theirs.
    """

    id: str
    score: float | None
    build: Callable[[Path], Path]


@cache
def load_data(name: str) -> ModuleType:
    """Return a module of the corpus, which is data beside the tests and no package."""
    spec = importlib.util.spec_from_file_location(f"hostile_{name}", HOSTILE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@cache
def attacked_assignment() -> Assignment:
    """Return the assignment that the corpus was written for."""
    corpus = load_data("corpus")
    return load_assignment(corpus.COURSE, corpus.ASSIGNMENT)


def load_attacks() -> dict[str, Attack]:
    """Return every attack by its id: those in a cell by group and name, then those in a file."""
    cells = [f"{path.parent.name}/{path.stem}" for path in sorted(HOSTILE.glob("cases/*/*.py"))]
    files = [f"files/{case.name}" for case in load_data("files").FILES if case.name not in NOT_IN_A_FOLDER]
    return {attack: load_attack(attack) for attack in [*cells, *files]}


def load_attack(attack: str) -> Attack:
    """Return the attack of this id."""
    corpus, files, solved = load_data("corpus"), load_data("files"), reference_notebook(attacked_assignment())
    group, name = attack.split("/")
    if group == "files":
        given = next(one for one in files.FILES if one.name == name)
        score = None if given.verdict == "refuse" else corpus.POINTS[corpus.ATTACKED] * given.full
        return Attack(attack, score, lambda folder: Path(given.build(folder, dict(solved))))
    case = corpus.load_case(HOSTILE / "cases" / f"{attack}.py")

    def build(folder: Path) -> Path:
        notebook = nbformat.from_dict(dict(solved))
        notebook.cells = [nbformat.from_dict(cell) for cell in corpus.with_case(solved.cells, case)]
        path: Path = folder / files.NAME
        path.write_text(nbformat.writes(notebook))
        return path

    return Attack(attack, case.score, build)

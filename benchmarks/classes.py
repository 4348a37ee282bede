"""A class for the benchmark: notebooks made of an assignment's right, wrong and sample answers."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.assignment import Assignment, load_answers, reference_notebook

SHARE_RIGHT = 0.7
SAMPLE_EVERY = 10  # of the class, one in so many hands in a notebook of the sample class
_STOPPED = {"timed_out", "crashed", "out_of_memory"}


@dataclass(frozen=True)
class Member:
    """One student of the class and what is handed in; `origin` says how it was made."""

    name: str
    notebook: str
    origin: str


def make_class(assignment: Assignment, size: int, seed: int = 1) -> list[Member]:
    """Return `size` hand-ins, the same for the same seed.

    Answers that have to be stopped from outside are left out: the graders compared here stop them after
    different times, so a class with some would measure time limits.
    """
    draw = random.Random(seed)
    answers = [one for one in load_answers(assignment) if not _STOPPED & {outcome.value for _, outcome in one.fails}]
    samples = _sample_notebooks(assignment)
    members = []
    for number in range(size):
        name = f"student{number + 1:05}"
        if samples and number % SAMPLE_EVERY == SAMPLE_EVERY - 1:
            student, text = samples[(number // SAMPLE_EVERY) % len(samples)]
            members.append(Member(name, text, f"sample {student}"))
            continue
        notebook = reference_notebook(assignment)
        origin = []
        for exercise in assignment.exercises:
            right = draw.random() < SHARE_RIGHT
            choices = [one for one in answers if one.exercise == exercise.id and one.right == right]
            if choices:
                chosen = draw.choice(choices)
                _cell(notebook, exercise.solution_id).source = chosen.source
                origin.append(f"{exercise.id}={chosen.name}")
        members.append(Member(name, nbformat.writes(notebook), " ".join(origin)))
    return members


def _cell(notebook: NotebookNode, grade_id: str) -> NotebookNode:
    return next(cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def _sample_notebooks(assignment: Assignment) -> list[tuple[str, str]]:
    """Return the sample class's notebooks that were read and run to their end in an unharmed file."""
    found = []
    folder = assignment.folder.parent.parent / "tests" / "sample_class"
    for student in sorted(folder.glob("*")):
        path = student / assignment.name / f"{assignment.name}.ipynb"
        expected = student / f"{assignment.name}.expected.json"
        if not path.is_file() or not expected.is_file():
            continue
        report = json.loads(expected.read_text())
        text = json.dumps(report)
        if not any(word in text for word in (*_STOPPED, "unreadable", "needs_review")) and not report.get("repairs"):
            found.append((student.name, path.read_text(encoding="utf-8", errors="replace")))
    return found


def hand_in(members: list[Member], assignment: Assignment, submitted: Path) -> None:
    """Put the class's notebooks where graders look for them: submitted/<student>/<assignment>/."""
    for member in members:
        folder = submitted / member.name / assignment.name
        folder.mkdir(parents=True)
        (folder / f"{assignment.name}.ipynb").write_text(member.notebook)

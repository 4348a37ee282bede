"""What runs in the cage: one grader on mallory's and zoe's hand-ins; prints scores and what was found afterwards."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

import nbformat

from autograder.assignment import reference_notebook
from benchmarks import contestants
from benchmarks.attacks import attacked_assignment, load_attack
from benchmarks.classes import Member, hand_in
from benchmarks.hostile import MARKER

MOST = 3000  # characters of what a grader printed, kept to see why


def main(peer: str, attack: str, folder: Path) -> None:
    """Grade, then look at what is left of the other students' marks, of the files, and of processes."""
    assignment, build = attacked_assignment(), load_attack(attack).build
    mallory = Member("mallory", "", attack)
    zoe = Member("zoe", nbformat.writes(reference_notebook(assignment)), "right")
    before = _digests(folder)
    scores: dict[str, Any] = {}
    if peer == "nbgrader":
        hand_in([mallory, zoe], assignment, folder / "submitted")
        mallorys = folder / "submitted" / "mallory" / assignment.name
        (mallorys / f"{assignment.name}.ipynb").unlink()
        build(mallorys)
        print(contestants.run_nbgrader(folder, assignment, [mallory, zoe]).output[-MOST:])
        graded = contestants.nbgrader_scores(folder, assignment)
        scores = {name: given for name, given in graded.items() if (folder / "autograded" / name).exists()}
    else:
        contestants.otter_program()  # no attack's doing where it fails
        (folder / "mallory").mkdir()
        for member, path in ((mallory, build(folder / "mallory")), (zoe, None)):
            with contextlib.suppress(OSError, ValueError):
                run = contestants.run_otter(folder / "autograder.zip", member, folder, notebook=path)
                print(run.output[-MOST:])
                scores |= run.scores
        scores = {name: given for name, given in scores.items() if given}
    after = _digests(folder)
    altered = [path for path, digest in before.items() if after.get(path) != digest]
    print(MARKER + json.dumps({"scores": scores, "altered": altered, "left": _left(), "hung": False}), flush=True)


def _digests(folder: Path) -> dict[str, str]:
    """Return a digest of each file that grading mallory and zoe has no business with."""
    found = {}
    for path in sorted(folder.rglob("*")):
        mine = {"mallory", "zoe", "gradebook.db", "results.json", "__pycache__", "not_now", ".nbgrader.log"}
        if path.is_file() and not mine & {part.removesuffix(".json").removesuffix(".ipynb") for part in path.parts}:
            found[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def _left() -> int:
    """Count the processes of this cage that are neither this one nor one of those that started it."""
    mine = {os.getpid(), os.getppid(), 1}
    return sum(int(path.name) not in mine for path in Path("/proc").glob("[0-9]*"))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))

"""The hostile corpus through `nbgrader autograde`, Otter-Grader and this grader, side by side.

    python -m benchmarks.hostile [--only WORD ...] [--peer nbgrader|otter|ours ...] [--out benchmarks/results]

Each case is handed in by `mallory`, graded before the honest and right `zoe` and after the equally right `ada`, whose
marks stand already. Peers run in a cage of their own (see cage.py), once a case: what a case can harm is thrown away.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import nbformat

from autograder.assignment import Assignment, load_assignment, reference_notebook
from benchmarks import cage, contestants
from benchmarks.classes import Member, hand_in
from benchmarks.contestants import ROOT, environment

SECONDS = 240.0  # for one case with one grader, kernels started twice; busy machines need --seconds
MARKER = "CAGED RESULT "
FORKS = "a limit on processes does not bind root, who runs this: run it as another user"
EXCLUDED = {"harming/fork_bomb": FORKS, "harming/fork_past_the_library": FORKS}
PEERS = ("ours", "nbgrader", "otter")


@dataclass(frozen=True)
class Outcome:
    """What one grader made of one case; `trouble` is empty where the verdict was right and nobody was harmed."""

    case: str
    peer: str
    trouble: tuple[str, ...]
    scores: dict[str, Any]
    seconds: float


def load_corpus() -> ModuleType:
    """Return the corpus, which is data beside the tests and no package."""
    path = ROOT / "tests" / "hostile" / "corpus.py"
    spec = importlib.util.spec_from_file_location("hostile_corpus", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def hand_ins(assignment: Assignment, corpus: ModuleType, case: Any) -> list[Member]:
    """Return mallory's notebook, with the case in it, and zoe's."""
    solved = reference_notebook(assignment)
    hostile = reference_notebook(assignment)
    hostile.cells = [nbformat.from_dict(cell) for cell in corpus.with_case(hostile.cells, case)]
    return [
        Member("mallory", nbformat.writes(hostile), case.id), Member("zoe", nbformat.writes(solved), "right"),
    ]


def prepare(peer: str, assignment: Assignment, folder: Path) -> Path:
    """Make the course of one grader, with ada's marks in it."""
    ada = [Member("ada", nbformat.writes(reference_notebook(assignment)), "right")]
    if peer == "ours":
        course = contestants.our_course(assignment, ada, folder)
        contestants.run_ours(course, assignment, folder.with_name("ours-ada"), 1)
        return folder.with_name("ours-ada")
    if peer == "nbgrader":
        contestants.nbgrader_course(assignment, ada, folder)
        contestants.run_nbgrader(folder, assignment, ada)
        return folder
    archive = contestants.otter_archive(assignment, folder)
    contestants.run_otter(archive, ada[0], folder, must_end_well=True)
    return folder


def grade_case(
    peer: str, assignment: Assignment, members: list[Member], template: Path, seconds: float
) -> dict[str, Any]:
    """Grade one case on a copy of the grader's course; return the scores and what was found afterwards."""
    if peer == "ours":
        return _ours(assignment, members, template)
    (template / "members.json").write_text(json.dumps([asdict(member) for member in members]))
    inside = [sys.executable, "-m", "benchmarks.hostile_inside", peer, assignment.folder, template]
    known = environment(XDG_CACHE_HOME=str(contestants.CACHE.parent))
    caged = cage.run(list(map(str, inside)), template, seconds, known)
    found = [line for line in caged.output.splitlines() if line.startswith(MARKER)]
    if found:
        return dict(json.loads(found[-1].removeprefix(MARKER)))
    return {"scores": {}, "altered": [], "left": 0, "hung": caged.status is None, "output": caged.output[-2000:]}


def _ours(assignment: Assignment, members: list[Member], template: Path) -> dict[str, Any]:
    before = _processes()
    with tempfile.TemporaryDirectory(prefix="case-") as scratch:
        source = shutil.copytree(template, Path(scratch) / "given")
        hand_in(members, assignment, source / "submitted")
        run = contestants.run_ours(source, assignment, Path(scratch) / "course", 1)
        left = [pid for pid in _processes() - before if _names(pid, scratch)]
    return {"scores": run.scores, "altered": [], "left": len(left), "hung": False}


def _processes() -> set[str]:
    return {path.name for path in Path("/proc").glob("[0-9]*")}


def _names(pid: str, word: str) -> bool:
    try:
        return word in Path("/proc", pid, "cmdline").read_text()
    except OSError:
        return False


def judge(case: Any, corpus: ModuleType, peer: str, found: dict[str, Any], seconds: float) -> Outcome:
    """Compare what a grader did with what the corpus says it should have done."""
    trouble = []
    full = dict(corpus.POINTS)
    scores = found["scores"]
    mallory, zoe, ada = (scores.get(name) for name in ("mallory", "zoe", "ada"))
    if found["hung"]:
        trouble.append("did not end")
    if mallory is None and not found["hung"]:
        trouble.append("no verdict")
    if mallory is not None:
        given = mallory.get(corpus.ATTACKED) or 0.0
        if given > case.score + 1e-6:
            wrong = "full marks for wrong code" if abs(given - full[corpus.ATTACKED]) < 1e-6 else "marks for wrong code"
            trouble.append(wrong)
        elif given < case.score - 1e-6:
            trouble.append("right code lost marks")
        if any((mallory.get(name) or 0.0) < full[name] - 1e-6 for name in corpus.UNTOUCHED):
            trouble.append("other exercises lost marks")
    if not found["hung"] and zoe is None:
        trouble.append("batch ended")
    elif zoe is not None and not _same(zoe, full):
        trouble.append("another student lost marks")
    if (ada is not None and not _same(ada, full)) or found["altered"]:
        trouble.append("marks or files altered")
    if found["left"]:
        trouble.append("left processes")
    return Outcome(case.id, peer, tuple(trouble), scores, seconds)


def _same(given: dict[str, float], full: dict[str, float]) -> bool:
    return all(abs((given.get(name) or 0.0) - points) < 1e-6 for name, points in full.items())


def as_table(outcomes: list[Outcome], peers: list[str]) -> str:
    """Return the outcomes as Markdown: one row a case, then the count of each trouble."""
    lines = ["| case | " + " | ".join(peers) + " |", "| --- |" + " --- |" * len(peers)]
    by_case: dict[str, dict[str, Outcome]] = {}
    for one in outcomes:
        by_case.setdefault(one.case, {})[one.peer] = one
    for case, found in by_case.items():
        cells = [(", ".join(found[peer].trouble) or "right") if peer in found else "" for peer in peers]
        lines.append(f"| {case} | " + " | ".join(cells) + " |")
    counts = {peer: Counter(t for o in outcomes if o.peer == peer for t in (o.trouble or ("right",))) for peer in peers}
    kinds = sorted({kind for count in counts.values() for kind in count}, key=lambda kind: (kind != "right", kind))
    lines += ["", "| outcome | " + " | ".join(peers) + " |", "| --- |" + " --- |" * len(peers)]
    lines += [f"| {kind} | " + " | ".join(str(counts[peer][kind]) for peer in peers) + " |" for kind in kinds]
    return "\n".join(lines)


def main() -> int:
    """Run the corpus and print the tables; outcomes are kept after each case, and a second run goes on from there."""
    options = argparse.ArgumentParser(description="Run the hostile corpus through three graders.")
    options.add_argument("--only", action="append", default=[], help="only cases whose name contains this")
    options.add_argument("--peer", action="append", choices=PEERS, help="default: all three")
    options.add_argument("--seconds", type=float, default=SECONDS)
    options.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results")
    given = options.parse_args()
    if lacks := cage.missing():
        print(f"This needs {', '.join(lacks)}: install util-linux and iproute2.", file=sys.stderr)
        return 2
    corpus = load_corpus()
    assignment = load_assignment(corpus.COURSE, corpus.ASSIGNMENT)
    peers = given.peer or list(PEERS)
    excluded = EXCLUDED if os.geteuid() == 0 else {}
    cases = [c for c in corpus.load_cases() if not given.only or any(word in c.id for word in given.only)]
    given.out.mkdir(parents=True, exist_ok=True)
    kept = given.out / "hostile.jsonl"
    outcomes = [Outcome(**json.loads(line)) for line in kept.read_text().splitlines()] if kept.exists() else []
    known = {(one.case, one.peer) for one in outcomes}
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        templates = {peer: prepare(peer, assignment, Path(folder) / peer) for peer in peers}
        for case in cases:
            for peer in peers:
                if (case.id, peer) in known or (peer != "ours" and case.id in excluded):
                    continue
                began = time.monotonic()
                members = hand_ins(assignment, corpus, case)
                found = grade_case(peer, assignment, members, templates[peer], given.seconds)
                one = judge(case, corpus, peer, found, time.monotonic() - began)
                outcomes.append(one)
                with kept.open("a") as file:
                    file.write(json.dumps(asdict(one)) + "\n")
                print(f"{case.id} {peer}: {', '.join(one.trouble) or 'right'} ({one.seconds:.0f} s)", flush=True)
    table = as_table(outcomes, peers)
    left_out = "".join(f"\nLeft out for the peers: {case}: {reason}." for case, reason in excluded.items())
    print(table + left_out)
    (given.out / "hostile.md").write_text(table + left_out + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

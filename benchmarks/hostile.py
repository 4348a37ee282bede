"""The hostile corpus through `nbgrader autograde`, Otter-Grader and this grader, side by side.

    python -m benchmarks.hostile [--only WORD ...] [--peer nbgrader|otter|ours ...] [--jobs 2] [--out FOLDER]

Each attack is handed in by `mallory`, graded before the honest and right `zoe` and after the equally right `ada`, whose
marks stand already. Peers run in a cage of their own (see cage.py), once an attack: what it can harm is thrown away.
This grader gets all attacks as one class, a `zoe` after each.
"""

from __future__ import annotations

import argparse
import ctypes
import itertools
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import Queue
from threading import Lock, Thread
from typing import Any

import nbformat

from autograder.assignment import Assignment, reference_notebook
from benchmarks import cage, contestants
from benchmarks.attacks import EXCLUDED, Attack, attacked_assignment, load_attacks, load_data
from benchmarks.classes import Member, hand_in
from benchmarks.contestants import ROOT, environment

SECONDS = 240.0  # for one case with one grader, kernels started twice; busy machines need --seconds
MARKER = "CAGED RESULT "
RIGHT = "right, and nobody harmed"
PEERS = ("ours", "nbgrader", "otter")


@dataclass(frozen=True)
class Outcome:
    """What one grader made of one case; `trouble` is empty where the verdict was right and nobody was harmed."""

    case: str
    peer: str
    trouble: tuple[str, ...]
    scores: dict[str, Any]
    seconds: float
    output: str = ""  # the end of what was printed, where there was trouble


def prepare(peer: str, assignment: Assignment, folder: Path) -> Path:
    """Make the course of one grader, with ada's marks in it; raises RuntimeError where a right notebook falls short."""
    ada = Member("ada", nbformat.writes(reference_notebook(assignment)), "right")
    if peer == "ours":
        run = contestants.run_ours(
            contestants.our_course(assignment, [ada], folder), assignment, folder.with_name("ours-ada"), 1
        )
        folder = folder.with_name("ours-ada")
    elif peer == "nbgrader":
        contestants.nbgrader_course(assignment, [ada], folder)
        run = contestants.run_nbgrader(folder, assignment, [ada])
    else:
        archive = contestants.otter_archive(assignment, folder)
        run = contestants.run_otter(archive, ada, folder, must_end_well=True)
    if not _same(run.scores["ada"], load_data("corpus").POINTS):
        raise RuntimeError(f"{peer} gave a right notebook {run.scores['ada']}:\n{run.output[-2000:]}")
    return folder


def grade_attack(peer: str, attack: Attack, template: Path, seconds: float) -> dict[str, Any]:
    """Grade mallory and zoe on a copy of a peer's course; return the scores and what was found afterwards."""
    inside = [sys.executable, "-m", "benchmarks.hostile_inside", peer, attack.id, template]
    known = environment(XDG_CACHE_HOME=str(contestants.CACHE.parent))
    caged = cage.run(list(map(str, inside)), template, seconds, known)
    found = [line for line in caged.output.splitlines() if line.startswith(MARKER)]
    if found:
        return json.loads(found[-1].removeprefix(MARKER)) | {"output": caged.output}
    return {"scores": {}, "altered": [], "left": 0, "hung": caged.status is None, "output": caged.output}


def our_outcomes(attacks: list[Attack], assignment: Assignment) -> list[Outcome]:
    """Grade all attacks as one class, each followed by a zoe of its own, with one worker and so in this order."""
    zoe = nbformat.writes(reference_notebook(assignment))
    with tempfile.TemporaryDirectory(prefix="hostile-") as scratch:
        graded = prepare("ours", assignment, Path(scratch) / "ours")
        for number, attack in enumerate(attacks):
            hand_in([Member(f"case{number:04}-zoe", zoe, "right")], assignment, graded / "submitted")
            folder = graded / "submitted" / f"case{number:04}-mallory" / assignment.name
            folder.mkdir(parents=True)
            attack.build(folder)
        _adopt()
        run = contestants.run_ours(graded, assignment, Path(scratch) / "course", 1)
        left = _children()
    return [
        judge(attack, "ours", {
            "scores": {
                "ada": run.scores["ada"],
                **{who: run.scores.get(f"case{number:04}-{who}") for who in ("mallory", "zoe")},
            },
            "altered": [], "left": left, "hung": False, "output": run.output,
        }, run.seconds / len(attacks))
        for number, attack in enumerate(attacks)
    ]


def _adopt() -> None:
    """Become the parent of every process below this one whose own parent ends (Linux's PR_SET_CHILD_SUBREAPER)."""
    if ctypes.CDLL(None, use_errno=True).prctl(36, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")


def _children() -> int:
    """Count the processes below this one that still run after five seconds; those that have ended are buried."""
    ends = time.monotonic() + 5
    while True:
        try:
            buried, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return 0
        if not buried:
            if time.monotonic() > ends:
                tasks = Path("/proc/self/task").glob("*/children")
                return sum(len(children.read_text().split()) for children in tasks)
            time.sleep(0.1)


def judge(attack: Attack, peer: str, found: dict[str, Any], seconds: float) -> Outcome:
    """Compare what a grader did with what the corpus says it should have done."""
    corpus = load_data("corpus")
    trouble = []
    full = dict(corpus.POINTS)
    scores = found["scores"]
    mallory, zoe, ada = (scores.get(name) for name in ("mallory", "zoe", "ada"))
    if found["hung"]:
        trouble.append("did not end")
    if attack.score is not None and mallory is None and not found["hung"]:
        trouble.append("no verdict")
    if attack.score is not None and mallory is not None:
        given = mallory.get(corpus.ATTACKED) or 0.0
        if given > attack.score + 1e-6:
            wrong = "full marks for wrong code" if abs(given - full[corpus.ATTACKED]) < 1e-6 else "marks for wrong code"
            trouble.append(wrong)
        elif given < attack.score - 1e-6:
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
    output = found["output"][-4000:] if trouble else ""
    return Outcome(attack.id, peer, tuple(trouble), scores, seconds, output)


def _same(given: dict[str, float], full: dict[str, float]) -> bool:
    return all(abs((given.get(name) or 0.0) - points) < 1e-6 for name, points in full.items())


def peer_outcomes(
    tasks: list[tuple[Attack, str]], assignment: Assignment, jobs: int, seconds: float
) -> Iterator[Outcome]:
    """Yield the outcome of each attack with each peer as it comes, `jobs` at a time, each on courses of its own."""
    waiting = deque(tasks)
    preparing = Lock()  # the hidden tests are imported once a process
    peers = sorted({peer for _, peer in tasks})
    done: Queue[Outcome | BaseException | None] = Queue()

    def work(folder: Path) -> None:
        try:
            with preparing:
                templates = {peer: prepare(peer, assignment, folder / peer) for peer in peers}
            while (task := _first(waiting)) is not None:
                attack, peer = task
                began = time.monotonic()
                found = grade_attack(peer, attack, templates[peer], seconds)
                done.put(judge(attack, peer, found, time.monotonic() - began))
        except BaseException as error:
            waiting.clear()
            done.put(error)
        finally:
            done.put(None)

    if tasks:
        contestants.otter_program()  # installed once, and not by each thread
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        working = jobs
        for number in range(jobs):
            Thread(target=work, args=(Path(folder) / str(number),), daemon=True).start()
        while working:
            match done.get():
                case None:
                    working -= 1
                case Outcome() as one:
                    yield one
                case error:
                    raise error


def _first(waiting: deque[tuple[Attack, str]]) -> tuple[Attack, str] | None:
    try:
        return waiting.popleft()
    except IndexError:  # another thread has taken the last one
        return None


def as_table(outcomes: list[Outcome], peers: list[str]) -> str:
    """Return the outcomes as Markdown: one row a case."""
    lines = ["| case | " + " | ".join(peers) + " |", "| --- |" + " --- |" * len(peers)]
    by_case: dict[str, dict[str, Outcome]] = {}
    for one in outcomes:
        by_case.setdefault(one.case, {})[one.peer] = one
    for case, found in sorted(by_case.items()):
        cells = [(", ".join(found[peer].trouble) or RIGHT) if peer in found else "" for peer in peers]
        lines.append(f"| {case} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def as_summary(outcomes: list[Outcome], peers: list[str]) -> str:
    """Return the outcomes as two Markdown tables: how many were right in each group, and how often what was wrong."""
    cases = Counter((one.case.partition("/")[0], one.peer) for one in outcomes)
    right = Counter((one.case.partition("/")[0], one.peer) for one in outcomes if not one.trouble)
    trouble = Counter((kind, one.peer) for one in outcomes for kind in one.trouble)
    lines = [f"| {RIGHT} | " + " | ".join(peers) + " |", "| --- |" + " --- |" * len(peers)]
    for group in sorted({group for group, _ in cases}):
        shown = [f"{right[group, peer]} of {cases[group, peer]}" for peer in peers]
        lines.append(f"| {group} | " + " | ".join(shown) + " |")
    totals = [[sum(n for (_, peer), n in counts.items() if peer == p) for counts in (right, cases)] for p in peers]
    lines.append("| **all** | " + " | ".join(f"**{some} of {every}**" for some, every in totals) + " |")
    lines += ["", "| what was wrong | " + " | ".join(peers) + " |", "| --- |" + " --- |" * len(peers)]
    for kind in sorted({kind for kind, _ in trouble}):
        lines.append(f"| {kind} | " + " | ".join(str(trouble[kind, peer]) for peer in peers) + " |")
    return "\n".join(lines)


def main() -> int:
    """Run the corpus and print the tables; outcomes are kept after each case, and a second run goes on from there."""
    options = argparse.ArgumentParser(description="Run the hostile corpus through three graders.")
    options.add_argument("--only", action="append", default=[], help="only cases whose name contains this")
    options.add_argument("--peer", action="append", choices=PEERS, help="default: all three")
    options.add_argument("--jobs", type=int, default=2, help="cases at a time, each one or two processors busy")
    options.add_argument("--seconds", type=float, default=SECONDS)
    options.add_argument("--report", action="store_true", help="run nothing: write the tables of what was run")
    options.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results")
    given = options.parse_args()
    if lacks := cage.missing():
        print(f"This needs {', '.join(lacks)}: install util-linux and iproute2.", file=sys.stderr)
        return 2
    assignment = attacked_assignment()
    peers = given.peer or list(PEERS)
    excluded = EXCLUDED if os.geteuid() == 0 and peers != ["ours"] else {}
    attacks = [a for a in load_attacks().values() if not given.only or any(word in a.id for word in given.only)]
    given.out.mkdir(parents=True, exist_ok=True)
    kept = given.out / "hostile.jsonl"
    outcomes = [Outcome(**json.loads(line)) for line in kept.read_text().splitlines()] if kept.exists() else []
    known = {(one.case, one.peer) for one in outcomes}
    left = [
        (attack, peer) for attack in attacks for peer in peers
        if not given.report and (attack.id, peer) not in known and (peer == "ours" or attack.id not in excluded)
    ]
    ours = [attack for attack, peer in left if peer == "ours"]
    # drawn, so that a run which is stopped is a fair sample
    drawn = {attack.id: random.Random(attack.id).random() for attack in attacks}
    theirs = sorted(((a, peer) for a, peer in left if peer != "ours"), key=lambda task: drawn[task[0].id])
    with kept.open("a") as file:
        for one in itertools.chain(
            our_outcomes(ours, assignment) if ours else [],
            peer_outcomes(theirs, assignment, given.jobs, given.seconds),
        ):
            outcomes.append(one)
            print(json.dumps(asdict(one)), file=file, flush=True)
            verdict = ", ".join(one.trouble) or RIGHT
            print(f"{one.case} {one.peer}: {verdict} ({one.seconds:.0f} s)", flush=True)
    outcomes = [one for one in outcomes if one.case in {attack.id for attack in attacks}]
    left_out = "".join(f"\nLeft out for the peers: {case}: {reason}.\n" for case, reason in excluded.items())
    text = f"{as_summary(outcomes, peers)}\n{left_out}\n{as_table(outcomes, peers)}\n"
    print(text, end="")
    (given.out / "hostile.md").write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())

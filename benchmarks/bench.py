"""`make bench`: seconds per submission of this grader, of two others and of the floor, side by side in one run.

    python -m benchmarks.bench [ASSIGNMENT ...] [--size 100] [--peers 5] [--rounds 3] [--out benchmarks/results]

Each round measures all contestants one after the other, so that a machine which slows down slows all of them, and a
ratio is taken within its round. pyperf is not used: it repeats a call of microseconds in fresh processes, and a unit
here is a command of seconds on a class that must be fresh each time.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.assignment import Assignment, find_assignments, load_assignment
from autograder.errors import CourseError
from benchmarks import contestants
from benchmarks.classes import Member, make_class
from benchmarks.contestants import ROOT, Run, environment

OURS, OURS_ONE, OURS_DASK, NBGRADER, OTTER, FLOOR = "ours_2", "ours_1", "ours_dask", "nbgrader", "otter", "floor"
LABELS = {
    OURS: "(a) autograder grade, two workers", OURS_ONE: "(a) autograder grade, one worker",
    OURS_DASK: "(a) autograder grade, two Dask workers",
    NBGRADER: "(b) nbgrader autograde", OTTER: "(c) otter run", FLOOR: "(d) the floor",
}
GOALS = (
    ("(b)/(a)", NBGRADER, OURS, ">=", 40.0), ("(c)/(a)", OTTER, OURS, ">=", 50.0),
    ("(a)/(d)", OURS, FLOOR, "<=", 1.5), ("one worker / two", OURS_ONE, OURS, ">=", 1.8),
    ("Dask / two workers", OURS_DASK, OURS, "<=", 1.1),
)


@dataclass(frozen=True)
class Settings:
    """How much is measured."""

    size: int
    peers: int
    rounds: int
    contestants: tuple[str, ...]


def measure(assignment: Assignment, settings: Settings, folder: Path) -> dict[str, Any]:
    """Return what every round of one assignment took, and how the graders' scores agree."""
    members = make_class(assignment, settings.size)
    sample = _spread(members, settings.peers)
    template = contestants.our_course(assignment, members, folder / "ours")
    peer = contestants.nbgrader_course(assignment, members, folder / "nbgrader")
    archive = contestants.otter_archive(assignment, folder / "otter") if OTTER in settings.contestants else None
    rounds: list[dict[str, Any]] = []
    scores: dict[str, dict[str, dict[str, float]]] = {}
    for number in range(settings.rounds):
        found: dict[str, Any] = {}
        for name in settings.contestants:
            if name in (OURS, OURS_ONE):
                run = contestants.run_ours(template, assignment, folder / "run", 2 if name == OURS else 1)
            elif name == OURS_DASK:
                with contestants.dask_cluster(2, folder / "dask") as address:
                    run = contestants.run_ours(template, assignment, folder / "run", 0, "--scheduler", address)
            elif name == NBGRADER:
                run = contestants.run_nbgrader(peer, assignment, sample)
            elif name == OTTER:
                assert archive is not None
                run = _joined([
                    contestants.run_otter(archive, one, folder / "otter" / "runs", must_end_well=True)
                    for one in sample
                ])
            else:
                run = _floor(assignment, members, folder / "ours")
            found[name] = {
                "each": run.each, "seconds": run.seconds, "submissions": run.submissions,
                "processor_each": run.processor / run.submissions,
            }
            if run.first_done is not None and run.submissions > 1:
                found[name]["start"] = run.first_done
                found[name]["each_once_started"] = (run.seconds - run.first_done) / (run.submissions - 1)
            scores[name] = run.scores
            print(
                f"  round {number + 1}: {LABELS[name]:36} {run.each:8.3f} s a submission, "
                f"{run.processor / run.submissions:.3f} s of a processor", flush=True,
            )
        rounds.append(found)
    return {"rounds": rounds, "agreement": _agreement(scores, sample), "tests": _count_tests(assignment)}


def _spread(members: list[Member], count: int) -> list[Member]:
    step = max(1, len(members) // max(1, count))
    return members[::step][:count]


def _joined(runs: list[Run]) -> Run:
    scores = {student: given for run in runs for student, given in run.scores.items()}
    return Run(sum(run.seconds for run in runs), len(runs), sum(run.processor for run in runs), scores)


def _floor(assignment: Assignment, members: list[Member], course: Path) -> Run:
    paths = [course / "submitted" / one.name / assignment.name / f"{assignment.name}.ipynb" for one in members]
    command = [sys.executable, "-m", "benchmarks.floor", assignment.tests_path, *paths]
    done = subprocess.run(
        list(map(str, command)), cwd=ROOT, env=environment(), text=True, stdout=subprocess.PIPE, check=True
    )
    found = json.loads(done.stdout.splitlines()[-1])
    points = {exercise.id: exercise.points for exercise in assignment.exercises}
    scores = {
        member.name: {exercise: points[exercise] * part for exercise, part in shares.items()}
        for member, shares in zip(members, found["shares"], strict=True)
    }
    return Run(sum(found["seconds"]), len(members), found["processor"], scores)


def _agreement(scores: dict[str, dict[str, dict[str, float]]], sample: list[Member]) -> dict[str, Any]:
    """Return, for each other contestant, on how many exercises of the sample its score equals this grader's."""
    ours = scores.get(OURS) or scores.get(OURS_ONE) or {}
    found = {}
    for name, given in scores.items():
        pairs = [
            (member.name, exercise, score, given[member.name].get(exercise))
            for member in sample for exercise, score in ours.get(member.name, {}).items() if member.name in given
        ]
        different = [pair for pair in pairs if pair[3] is None or abs(pair[2] - pair[3]) > 1e-6]
        found[name] = {"compared": len(pairs), "equal": len(pairs) - len(different), "different": different[:20]}
    return found


def _count_tests(assignment: Assignment) -> int:
    from benchmarks import in_kernel

    return len(list(in_kernel.cases(assignment.tests_path.read_text(encoding="utf-8"))))


def ratios(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """Return each goal's ratio: its median over the rounds, the least and the largest."""
    found = {}
    for label, top, bottom, sense, goal in GOALS:
        each = [one[top]["each"] / one[bottom]["each"] for one in rounds if top in one and bottom in one]
        if each:
            middle = statistics.median(each)
            found[label] = {
                "median": middle, "least": min(each), "largest": max(each), "goal": f"{sense} {goal:g}",
                "met": middle >= goal if sense == ">=" else middle <= goal,
            }
    return found


def overall(results: dict[str, Any]) -> list[dict[str, Any]]:
    """Return, for each round, what all assignments took together, as if each were graded once for each student."""
    per_round = zip(*(one["rounds"] for one in results.values()), strict=True)
    return [
        {
            name: {"each": statistics.fmean(one[name]["each"] for one in found)}
            for name in LABELS if all(name in one for one in found)
        }
        for found in per_round
    ]


def as_table(results: dict[str, Any]) -> str:
    """Return the seconds and ratios of every assignment as a Markdown table."""
    shown = {name: one["rounds"] for name, one in results.items()} | {"**all**": overall(results)}
    measured = [name for name in LABELS if any(name in one for rounds in shown.values() for one in rounds)]
    goals = [label for label, top, bottom, _, _ in GOALS if {top, bottom} <= set(measured)]
    head = ["assignment", *(LABELS[name].partition(" ")[0] + " " + name for name in measured), *goals]
    lines = [" | ".join(["", *head, ""]).strip(), "|" + " --- |" * len(head)]
    for name, rounds in shown.items():
        seconds = [
            f"{statistics.median(one[key]['each'] for one in rounds):.3f} s" if key in rounds[0] else ""
            for key in measured
        ]
        found = ratios(rounds)
        given = [_spelled(found[goal]) if goal in found else "" for goal in goals]
        lines.append("| " + " | ".join([name, *seconds, *given]) + " |")
    return "\n".join(lines)


def _spelled(ratio: dict[str, Any]) -> str:
    if ratio["least"] == ratio["largest"]:  # of one round
        return f"{ratio['median']:.2f}"
    return f"{ratio['median']:.2f} ({ratio['least']:.2f} to {ratio['largest']:.2f})"


def machine() -> dict[str, Any]:
    """Return what the figures depend on."""
    import numpy
    import torch

    return {
        "system": f"{platform.system()} {platform.release()}", "processors": os.cpu_count(),
        "python": platform.python_version(), "numpy": numpy.__version__, "torch": torch.__version__,
        "load_before": os.getloadavg()[0],
    }


def main() -> int:
    """Measure, print tables, write results.json and a picture; return 0 whatever the ratios are."""
    options = argparse.ArgumentParser(description="Measure grading side by side with other graders.")
    options.add_argument("assignments", nargs="*", help="default: every assignment of the course")
    options.add_argument("--size", type=int, default=100, help="submissions in a class")
    options.add_argument("--peers", type=int, default=5, help="submissions of it that the other graders grade")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--without", action="append", default=[], choices=list(LABELS), help="leave one out")
    options.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results")
    given = options.parse_args()
    settings = Settings(
        given.size, min(given.peers, given.size), given.rounds, tuple(n for n in LABELS if n not in given.without)
    )
    about = machine()
    if about["load_before"] > 1:
        print(f"warning: the load is {about['load_before']:.1f}; wait until the machine is quiet", file=sys.stderr)
    results: dict[str, Any] = {}
    for name in given.assignments or find_assignments(ROOT):
        try:
            assignment = load_assignment(ROOT, name)
        except CourseError as error:
            print(f"{name}: left out. {error}", file=sys.stderr)
            continue
        print(f"{name}: {settings.size} submissions, {settings.peers} of them by the other graders", flush=True)
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            results[name] = measure(assignment, settings, Path(folder))
        results[name]["ratios"] = ratios(results[name]["rounds"])
        for other, one in results[name]["agreement"].items():
            print(f"  scores equal to this grader's: {other} {one['equal']} of {one['compared']}", flush=True)
    print(as_table(results))
    given.out.mkdir(parents=True, exist_ok=True)
    document = {
        "machine": about, "settings": vars(settings), "assignments": results, "overall": ratios(overall(results)),
    }
    (given.out / "bench.json").write_text(json.dumps(document, indent=1) + "\n")
    (given.out / "bench.md").write_text(as_table(results) + "\n")
    from benchmarks.picture import draw

    draw(document, given.out / "bench.svg")
    print(f"results     {given.out / 'bench.json'}\npicture     {given.out / 'bench.svg'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

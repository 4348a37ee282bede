"""Grades every mutant of the course's solutions: `python tests/mutation/survey.py [ASSIGNMENT ...]`.

Prints the share rejected for each exercise, and every survivor. A survivor is either listed in equivalent.toml
with the reason why nobody could tell it from the solution, or it shows what the hidden tests do not look at.
Ends with status 0 where at least 97 % of the mutants that are not equivalent are rejected and no entry is stale.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mutants import Mutant, mutants

from autograder.assignment import Assignment, find_assignments, load_assignment, reference_notebook, with_answer
from autograder.model import SubmissionReport
from autograder.trials import Kind, Plan, run

COURSE = Path(__file__).resolve().parent.parent.parent
EQUIVALENT = Path(__file__).with_name("equivalent.toml")
LEAST_SHARE = 0.97
SURVIVED = "full marks"


@dataclass(frozen=True)
class Equivalent:
    """A mutant that no test can reject: where it is, what it changes, and why it makes no difference."""

    exercise: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True)
class Count:
    """What became of one exercise's mutants."""

    mutants: int
    rejected: int
    equivalent: int

    @property
    def share(self) -> float:
        """The share of those rejected that could be."""
        return self.rejected / max(self.mutants - self.equivalent, 1)


def load_equivalent(path: Path = EQUIVALENT) -> dict[tuple[str, str, str], Equivalent]:
    """Read the list of equivalent mutants, by exercise, before and after."""
    entries = [Equivalent(**entry) for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("mutant", [])]
    return {(entry.exercise, entry.before, entry.after): entry for entry in entries}


def mutants_of(assignment: Assignment) -> Iterator[tuple[str, Mutant]]:
    """Yield each exercise's id with each mutant of its solution."""
    sources = {
        cell.metadata["nbgrader"]["grade_id"]: cell.source
        for cell in reference_notebook(assignment).cells if "nbgrader" in cell.metadata
    }
    for exercise in assignment.exercises:
        for mutant in mutants(sources[exercise.solution_id]):
            yield exercise.id, mutant


def plans(assignment: Assignment) -> list[tuple[Plan, Mutant]]:
    """Return what is to be graded: a notebook for each mutant, judged by its own exercise alone."""
    planned = []
    for number, (exercise, mutant) in enumerate(mutants_of(assignment)):
        plan = Plan(
            assignment.name, exercise, Kind.WRONG, f"{exercise}-{number}", str(assignment.notebook_path),
            with_answer(assignment, exercise, mutant.source), _survived, "",
        )
        planned.append((plan, mutant))
    return planned


def _survived(report: SubmissionReport) -> Iterator[str]:
    if all(cell.score == cell.max_score for cell in report.exercises):
        yield SURVIVED


def main(names: Sequence[str]) -> int:
    """Grade the mutants of the assignments called `names`, or of all; print the table and what survived."""
    known = load_equivalent()
    counts: dict[str, Counter[str]] = {}
    met: set[tuple[str, str, str]] = set()
    missed = []
    for name in names or find_assignments(COURSE):
        planned = plans(load_assignment(COURSE, name))
        by_name = {plan.name: mutant for plan, mutant in planned}
        for trial in run(COURSE, [plan for plan, _ in planned]):
            exercise, mutant = f"{trial.assignment}.{trial.exercise}", by_name[trial.name]
            key = (exercise, mutant.before, mutant.after)
            survived = bool(trial.findings)
            met |= {key} & known.keys()
            fate = "rejected" if not survived else "equivalent" if key in known else "missed"
            counts.setdefault(exercise, Counter())[fate] += 1
            if fate == "missed":
                missed.append((exercise, mutant))
                print(f"{exercise}, line {mutant.line}: survived\n  - {mutant.before}\n  + {mutant.after}", flush=True)
            elif fate == "rejected" and key in known:
                counts[exercise]["stale"] += 1
                print(f"{exercise}: rejected, though equivalent.toml lists it\n  + {mutant.after}", flush=True)
    return _print_table(counts, [entry for key, entry in known.items() if key not in met and _asked(entry, names)])


def _asked(entry: Equivalent, names: Sequence[str]) -> bool:
    return not names or entry.exercise.partition(".")[0] in names


def _print_table(counts: Mapping[str, Counter[str]], unknown: Sequence[Equivalent]) -> int:
    total: Counter[str] = Counter()
    for exercise, count in counts.items():
        total += count
        print(_line(exercise, count))
    print(_line("all", total))
    for entry in unknown:
        print(f"{entry.exercise}: equivalent.toml lists a mutant that is not made any more: {entry.after}")
    share = _count(total).share
    return 0 if share >= LEAST_SHARE and not unknown and not total["stale"] else 1


def _count(fates: Mapping[str, int]) -> Count:
    made = fates["rejected"] + fates["equivalent"] + fates["missed"]
    return Count(made, fates["rejected"], fates["equivalent"])


def _line(name: str, fates: Mapping[str, int]) -> str:
    count = _count(fates)
    return (
        f"{name:45} {count.mutants:4} mutants  {count.equivalent:3} equivalent  "
        f"{count.rejected:4} rejected  {count.share:7.1%}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

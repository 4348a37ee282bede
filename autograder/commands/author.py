"""`autograder build`, `release`, `check` and `new`: what whoever writes the course needs."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from autograder import bundle, trials
from autograder.assignment import find_assignments, load_assignment
from autograder.checks import findings
from autograder.commands.course_folder import find
from autograder.commands.progress import Progress
from autograder.course import build as build_exercises
from autograder.course import new as new_assignment
from autograder.errors import CourseError
from autograder.isolation import require_isolation
from autograder.pages import write_whole_bytes
from autograder.trials import Kind, Tally, Trial


def build(*, check_only: bool, course: Path | None) -> int:
    """Generate exercises/ and say which files changed; with `check_only`, 2 where any would change."""
    root = find(course)
    changed = build_exercises(root, check=check_only)
    names = ", ".join(find_assignments(root))
    if not changed:
        print(f"exercises/ is up to date ({names}).")
        return 0
    for path in changed:
        print(f"{path.relative_to(root)}: {'is not what solutions/ generates' if check_only else 'written'}")
    if check_only:
        print("Run `autograder build` and commit exercises/.")
        return 2
    return 0


def release(*, output: Path | None, course: Path | None) -> int:
    """Write the students' bundle and say what is in it; 2 where exercises/ is not what solutions/ generates."""
    root = find(course)
    stale = build_exercises(root, check=True)
    if stale:
        raise CourseError(
            str(root / "exercises"), expected="what solutions/ generates",
            found=f"{stale[0].relative_to(root)} is not", cure="Run `autograder build`, then release.",
        )
    packed = bundle.bundle(root)
    path = output or root / "_build" / "release" / f"{bundle.NAME}.zip"
    write_whole_bytes(path, packed)
    for name in bundle.members(root):
        print(name)
    print(f"{path}\nsha256 {sha256(packed).hexdigest()}")
    return 0


def check(assignment: str | None, *, repeat: int, seed: int | None, course: Path | None) -> int:
    """Print everything that is wrong with the course, each with its cure; return 2 if there is anything."""
    root = find(course)
    names = (assignment,) if assignment else find_assignments(root)
    require_isolation()
    wrong = 0
    for finding in findings(root, names):
        print(finding, flush=True)
        wrong += 1
    done: list[Trial] = []
    plans = _plans(root, names, repeat)
    with Progress("grading answers", len(plans), quiet=True) as progress:
        for trial in trials.run(root, plans, seed=seed):
            done.append(trial)
            progress.done(trial.name, "")
            for finding in trial.findings:
                progress.say(str(finding))
                wrong += 1
    _print_table(trials.tallies(done))
    references = [trial for trial in done if trial.kind is Kind.REFERENCE]
    releases = [trial for trial in done if trial.kind is Kind.RELEASE]
    print(
        f"reference full marks {_passed(references)}; empty release zero {_passed(releases)}; "
        f"{sum(t.kind is Kind.WRONG for t in done)} wrong and {sum(t.kind is Kind.RIGHT for t in done)} right answers"
    )
    print(f"{wrong} findings." if wrong else "Nothing wrong.")
    return 2 if wrong else 0


def _plans(root: Path, names: Sequence[str], repeat: int) -> tuple[trials.Plan, ...]:
    plans: list[trials.Plan] = []
    for name in names:
        try:
            plans += trials.plans(load_assignment(root, name), repeat=repeat)
        except CourseError:
            continue  # `findings` has said so already
    return tuple(plans)


def _passed(some: Sequence[Trial]) -> str:
    return f"{sum(not trial.findings for trial in some)}/{len(some)}"


def _print_table(tallies: Sequence[Tally]) -> None:
    width = max([len(f"{tally.assignment}.{tally.exercise}") for tally in tallies], default=0)
    for tally in tallies:
        print(
            f"{f'{tally.assignment}.{tally.exercise}':{width}}  "
            f"wrong rejected {tally.wrong_rejected:3}/{tally.wrong:<3}  "
            f"right accepted {tally.right_accepted:3}/{tally.right:<3}"
        )


def new(assignment: str, *, course: Path | None) -> int:
    """Make a new assignment folder and say what to do next."""
    folder = new_assignment(find(course), assignment)
    print(
        f"{folder}: written, with one small exercise to start from.\n"
        f"Next: edit {folder.name}.ipynb and hidden/, then run `autograder check {folder.name}` "
        "and `autograder build`."
    )
    return 0

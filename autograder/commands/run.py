"""`autograder run`: grade one notebook and print its report."""

from __future__ import annotations

import json
import secrets
import sys
from pathlib import Path

from autograder.assignment import load_assignment
from autograder.commands.course_folder import find
from autograder.errors import UsageError
from autograder.feedback import as_text
from autograder.grading import grade_file
from autograder.isolation import require_isolation
from autograder.model import Status, SubmissionReport
from autograder.sandbox import Sandbox
from autograder.selftest import require_confinement
from autograder.settings import Isolation


def run(
    notebook: Path, assignment: str, *, as_json: bool, seed: int | None, isolation: Isolation, course: Path | None
) -> int:
    """Grade `notebook` and return the exit status: 1 where an instructor has to look, else 0."""
    rules = load_assignment(find(course), assignment)
    try:
        notebook.lstat()
    except OSError as error:
        why = "no such file" if isinstance(error, FileNotFoundError) else error.strerror
        raise UsageError(
            f"{notebook}: {why}. Give the path of a notebook, for example "
            f"exercises/{assignment}/{assignment}.ipynb."
        ) from error
    if isolation is Isolation.NONE:
        print(
            "autograder: warning: no isolation. The notebook can read, change and delete your files.",
            file=sys.stderr,
        )
    else:
        require_isolation()
    with Sandbox(isolation) as sandbox:
        require_confinement(sandbox)
        report = grade_file(notebook, rules, sandbox, seed=secrets.randbits(48) if seed is None else seed).report
    if as_json:
        print(json.dumps(report.to_contract(), indent=1, ensure_ascii=False, allow_nan=False))
    else:
        print(_as_lines(report))
    return 1 if report.submission_status is Status.NEEDS_REVIEW else 0


def _as_lines(report: SubmissionReport) -> str:
    lines = [f"{report.assignment}: {report.score:g} of {report.max_score:g} points"]
    if report.reason:
        lines.append(report.reason)
    lines += [f"Repaired: {repair}" for repair in report.repairs]
    lines += [f"For the instructor: {flag}" for flag in report.flags]
    if report.submission_status is not Status.UNREADABLE:
        for cell in report.exercises:
            lines += ["", as_text(cell)]
    return "\n".join(lines)

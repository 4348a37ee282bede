"""Record one hand-in again and again, killed a step later each time; print where a restart ends otherwise.

A program of its own, because it forks: test_gradebook.py runs it. Its arguments are a course folder that it
may overwrite, a copy of that folder as it is before grading, and the report to record.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import sys
from pathlib import Path
from typing import Any

from autograder import folders
from autograder.assignment import find_assignments, load_assignment, reference_notebook
from autograder.gradebook import Gradebook
from autograder.model import SubmissionReport
from autograder.submitted import submissions

# each of these changes a file, or makes a change last
STEPS = [
    (folders, "_write_durably"), (folders, "sync_folder"),
    (Path, "rename"), (Path, "replace"), (shutil, "rmtree"),
]


def grade(course: Path, report: SubmissionReport, kill_at: int) -> int:
    """Record the only hand-in, die at step `kill_at`, or return how many steps there were."""
    count = 0

    def step() -> None:
        nonlocal count
        count += 1
        if count == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def stepping(real: Any) -> Any:
        def run(*args: Any, **kwargs: Any) -> Any:
            step()
            result = real(*args, **kwargs)
            step()
            return result

        return run

    (name,) = find_assignments(course)
    assignment = load_assignment(course, name)
    with Gradebook.open(course) as gradebook:
        gradebook.sync(assignment)
        for owner, attribute in [*STEPS, (gradebook._nbgrader.db, "commit")]:
            setattr(owner, attribute, stepping(getattr(owner, attribute)))
        (submitted,) = submissions(course, name)
        if not gradebook.is_current(assignment, submitted):
            gradebook.record(assignment, submitted, report, reference_notebook(assignment))
    return count


def everything(course: Path) -> tuple[object, ...]:
    """Return all that grading is to leave behind, without the row ids that differ from run to run."""
    files = {
        str(path.relative_to(course)): path.read_bytes()
        for top in ("autograded", "reports") for path in (course / top).rglob("*")
        if path.is_file() and path.name != ".lock"
    }
    database = sqlite3.connect(course / "gradebook.db")
    of_one_student = (
        "join base_cell c on c.id = x.cell_id join submitted_notebook n on n.id = x.notebook_id"
        " join submitted_assignment s on s.id = n.assignment_id order by s.student_id, c.name"
    )
    rows = [
        database.execute(f"select s.student_id, c.name, {columns} from {table} x {of_one_student}").fetchall()
        for table, columns in (
            ("grade", "auto_score, manual_score, needs_manual_grade, s.timestamp, late_submission_penalty"),
            ("comment", "auto_comment"),
        )
    ]
    database.close()
    return files, rows


def in_a_child(course: Path, report: SubmissionReport, kill_at: int) -> int | None:
    """Return how many steps a forked grader took, or None where it was killed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writer, str(grade(course, report, kill_at)).encode())
        os._exit(0)
    os.close(writer)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reader) as answer:
        text = answer.read()
    if os.WIFSIGNALED(status):
        return None
    return int(text)


def main(course: Path, start: Path, report: SubmissionReport) -> None:
    """Print the number of steps, and the steps after which a restart did not end as a run left alone."""
    steps = in_a_child(course, report, kill_at=0)
    assert steps is not None
    expected = everything(course)
    different = []
    for kill_at in range(1, steps + 1):
        shutil.rmtree(course)
        shutil.copytree(start, course)
        killed = in_a_child(course, report, kill_at) is None
        in_a_child(course, report, kill_at=0)
        if not killed or everything(course) != expected:
            different.append(kill_at)
    print(json.dumps({"steps": steps, "different": different}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), SubmissionReport.from_json(json.loads(sys.argv[3])))

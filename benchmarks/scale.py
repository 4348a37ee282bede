"""A class of thousands: is the coordinator's memory flat, is the time linear, and what does a second run grade?

    python -m benchmarks.scale [ASSIGNMENT] [--size 2000] [--workers 2]

It grades the class with `autograder grade`, watches that process's memory as each submission is recorded, kills the
run once on the way to see it go on, then changes one submission and grades again.
"""

from __future__ import annotations

import argparse
import json
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from autograder.assignment import load_assignment
from benchmarks import contestants
from benchmarks.classes import make_class
from benchmarks.contestants import BIN, ROOT, environment

_DONE = re.compile(r"\[ *(\d+)/(\d+)\] ")


def grade(course: Path, assignment: str, workers: int, *, stop_at: int = 0) -> dict[str, Any]:
    """Grade what is not graded; return memory in MiB and seconds at each submission. `stop_at` kills the run there."""
    command = [BIN / "autograder", "grade", assignment, "--course", course, "--workers", str(workers), "--seed", "1"]
    began = time.perf_counter()
    points: list[tuple[int, float, float]] = []
    lines: list[str] = []
    with subprocess.Popen(
        list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment()
    ) as process:
        watched = psutil.Process(process.pid)
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line)
            if match := _DONE.match(line):
                number = int(match[1])
                memory = watched.memory_info().rss / 2**20
                points.append((number, time.perf_counter() - began, memory))
                if number == stop_at:
                    process.send_signal(signal.SIGKILL)
                    break
    return {"seconds": time.perf_counter() - began, "points": points, "last_lines": lines[-6:], "lines": len(lines)}


def main() -> int:
    """Grade, kill, go on, change one, grade again; print and save what was seen."""
    options = argparse.ArgumentParser(description="Grade a large class.")
    options.add_argument("assignment", nargs="?", default="least_squares")
    options.add_argument("--size", type=int, default=2000)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results")
    given = options.parse_args()
    assignment = load_assignment(ROOT, given.assignment)
    members = make_class(assignment, given.size)
    with tempfile.TemporaryDirectory(prefix="scale-") as folder:
        course = contestants.our_course(assignment, members, Path(folder) / "course")
        whole = grade(course, assignment.name, given.workers)
        points = whole["points"]
        tenth = max(1, given.size // 10)
        memory = {at: round(points[at - 1][2], 1) for at in (1, tenth, given.size // 2, given.size)}
        rates = [
            (points[end - 1][1] - points[end - tenth][1]) / (tenth - 1)
            for end in range(tenth, given.size + 1, tenth) if tenth > 1
        ]
        nothing = grade(course, assignment.name, given.workers)
        changed = course / "submitted" / members[0].name / assignment.name / f"{assignment.name}.ipynb"
        changed.write_text(changed.read_text() + "\n")
        one = grade(course, assignment.name, given.workers)
        resumed = _killed_and_resumed(course, assignment.name, given.workers, given.size)
        tests = course / "solutions" / assignment.name / "hidden" / f"test_{assignment.name}.py"
        tests.write_text(tests.read_text() + "\n# changed\n")
        after_tests = grade(course, assignment.name, given.workers, stop_at=1)
    found = {
        "size": given.size, "workers": given.workers, "seconds": whole["seconds"], "memory_mb": memory,
        "memory_growth": memory[given.size] / memory[tenth] - 1,
        "seconds_each_by_tenth": rates,
        "slowest_tenth_over_median": max(rates) / statistics.median(rates) if rates else None,
        "graded_when_nothing_changed": len(nothing["points"]), "seconds_when_nothing_changed": nothing["seconds"],
        "graded_when_one_changed": len(one["points"]), "killed_and_resumed": resumed,
        "said_after_tests_changed": [line for line in after_tests["last_lines"] if "grade again" in line],
        "summary": whole["last_lines"],
    }
    print(json.dumps(found, indent=1))
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "scale.json").write_text(json.dumps(found, indent=1) + "\n")
    return 0


def _killed_and_resumed(course: Path, assignment: str, workers: int, size: int) -> dict[str, int]:
    """Take a tenth of the reports away, kill the run half way through them, and see how many the next run grades."""
    reports = sorted((course / "reports" / assignment).glob("*.json"))[: max(2, size // 10)]
    for report in reports:
        report.unlink()
    first = grade(course, assignment, workers, stop_at=len(reports) // 2)
    second = grade(course, assignment, workers)
    return {"to_grade": len(reports), "before_the_kill": len(first["points"]), "afterwards": len(second["points"])}


if __name__ == "__main__":
    sys.exit(main())

"""The floor: the same cells and hidden tests in one warm process, with no isolation and no gradebook.

A program of its own: `python -m benchmarks.floor TESTS NOTEBOOK ...` prints, as JSON, the seconds each notebook took
after the libraries were warm, and the share of each exercise's weight that it got.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import nbformat

from autograder.notebook_shell import NotebookShell, Recorder
from autograder.warm_up import warm_up
from benchmarks import in_kernel

_MOST_BYTES = 16 << 30


def grade(shell: NotebookShell, path: Path, source: str, exercises: list[str]) -> dict[str, float]:
    """Run one notebook's cells and its tests; return the share of each exercise."""
    notebook = nbformat.read(path, as_version=4)
    shell.reset(new_session=True)
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.source.strip():
            shell.run_recorded(cell.source, Recorder(limit=1 << 19))
    with shell.recording(Recorder(limit=0)):
        return {exercise: in_kernel.share(shell.user_ns, source, exercise) for exercise in exercises}


def main(tests: Path, notebooks: list[Path]) -> None:
    """Grade each notebook and print what it took."""
    source = tests.read_text(encoding="utf-8")
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))  # nothing else here stops an answer
    exercises = list(dict.fromkeys(exercise for _, exercise, *_ in in_kernel.cases(source)))
    shell = warm_up()
    grade(shell, notebooks[0], source, exercises)  # once more than is counted: the first run imports what is left
    seconds, shares = [], []
    processor = time.process_time()
    for path in notebooks:
        began = time.perf_counter()
        shares.append(grade(shell, path, source, exercises))
        seconds.append(time.perf_counter() - began)
    used = time.process_time() - processor
    print(json.dumps({"seconds": seconds, "shares": shares, "processor": used}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(one) for one in sys.argv[2:]])

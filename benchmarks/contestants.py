"""The graders that are compared, each in a course folder of its own with the same submissions and hidden tests.

`nbgrader autograde` runs as installed, with nbgrader's own settings; the hidden tests stand in the grade cells, where
it wants them, and give partial credit by weight. Otter-Grader is installed, at a fixed version, in an environment of
its own under a cache folder: it is no part of this project's requirements. It gets one test case a hidden test.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

import nbformat
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from autograder.assignment import Assignment, source_notebook
from benchmarks import in_kernel
from benchmarks.classes import Member, hand_in

ROOT = Path(__file__).resolve().parent.parent
OTTER = "otter-grader==7.0.0"
BORROWED = ("numpy", "scipy", "torch", "matplotlib", "pytest", "msgpack")  # what notebooks and hidden tests import
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "fit-a-line-twice"
BIN = Path(sys.executable).parent

_NBGRADER_CELL = """
### BEGIN HIDDEN TESTS
from benchmarks.in_kernel import share as _share
_points = {points!r} * _share(globals(), open({tests!r}).read(), {exercise!r})
_points
### END HIDDEN TESTS"""

_OTTER_TESTS = '''from otter.test_files import test_case

from benchmarks.in_kernel import passes

OK_FORMAT = False
name = {exercise!r}
points = None
SOURCE = open({tests!r}).read()
'''

_OTTER_CASE = '''

@test_case(points={points!r}, hidden=False)
def test_{number}(env):
    assert passes(env, SOURCE, {label!r})
'''


@dataclass(frozen=True)
class Run:
    """What one run of a grader took, and the points it gave by student and exercise."""

    seconds: float
    submissions: int
    processor: float  # seconds of processor time, of all processes together
    scores: dict[str, dict[str, float]] = field(default_factory=dict)
    first_done: float | None = None  # seconds until the first submission was done: start-up
    output: str = ""

    @property
    def each(self) -> float:
        """Seconds per submission."""
        return self.seconds / self.submissions


class Clock:
    """Wall time, and processor time of the processes that were started and have ended, since it was made."""

    def __init__(self) -> None:
        self._wall, self._processor = time.perf_counter(), self._children()

    @staticmethod
    def _children() -> float:
        times = os.times()
        return times.children_user + times.children_system

    def read(self) -> tuple[float, float]:
        """Return both, in seconds."""
        return time.perf_counter() - self._wall, self._children() - self._processor


def environment(**more: str) -> dict[str, str]:
    """Return the environment of every contestant: one thread each, this project importable."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH", "")])]
    return {
        **os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
        "PYTHONPATH": os.pathsep.join(paths), "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **more,
    }


# -- this grader -----------------------------------------------------------------------------------------------------


def our_course(assignment: Assignment, members: list[Member], folder: Path) -> Path:
    """Make a copy of the course with the class handed in and the gradebook ready."""
    from autograder.gradebook import Gradebook

    shutil.copytree(assignment.folder.parent, folder / "solutions", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    hand_in(members, assignment, folder / "submitted")
    with Gradebook.open(folder) as gradebook:
        gradebook.sync(assignment)
    return folder


def run_ours(
    template: Path, assignment: Assignment, folder: Path, workers: int, *more: str, program: Path | None = None
) -> Run:
    """Grade a fresh copy of the course at `template`; `program` is another version of `autograder`.

    With no `workers`, `more` says who grades.
    """
    shutil.rmtree(folder, ignore_errors=True)
    _checked(["cp", "-a", template, folder])  # as they are: a hand-in may be a pipe, or a file of a terabyte of nothing
    command = [
        program or BIN / "autograder", "grade", assignment.name, "--course", folder, "--seed", "1",
        *(["--workers", workers] if workers else []), *more,
    ]
    first, lines = None, []
    clock = Clock()
    with subprocess.Popen(
        list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment()
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if first is None and line.startswith("["):
                first = clock.read()[0]
            lines.append(line)
    seconds, processor = clock.read()
    if process.returncode not in (0, 1):
        raise RuntimeError(f"autograder ended with status {process.returncode}:\n{''.join(lines[-20:])}")
    scores = {}
    for path in sorted((folder / "reports" / assignment.name).glob("*.json")):
        report = json.loads(path.read_text())
        scores[path.stem] = {one["id"]: one["score"] for one in report["exercises"]}
    return Run(seconds, len(scores), processor, scores, first, "".join(lines))


@contextlib.contextmanager
def dask_cluster(workers: int, folder: Path) -> Iterator[str]:
    """Start a Dask scheduler and its workers over TCP on this machine; yield the address, and end them."""
    folder.mkdir(parents=True, exist_ok=True)
    facts = folder / "scheduler.json"
    facts.unlink(missing_ok=True)
    with contextlib.ExitStack() as running:

        def start(*command: object) -> None:
            process = subprocess.Popen(
                [str(BIN / "dask"), *map(str, command)], cwd=folder, env=environment(),
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
            running.callback(process.wait)
            running.callback(process.terminate)  # callbacks run last in, first out

        start("scheduler", "--host", "127.0.0.1", "--port", 0, "--no-dashboard", "--scheduler-file", facts)
        ends = time.monotonic() + 120
        while not facts.exists() or not facts.read_text().strip():
            if time.monotonic() > ends:
                raise RuntimeError("the Dask scheduler did not start within two minutes")
            time.sleep(0.2)
        address = str(json.loads(facts.read_text())["address"])
        for _ in range(workers):
            start(
                "worker", address, "--nthreads", 1, "--no-nanny", "--no-dashboard", "--host", "127.0.0.1",
                "--preload", "autograder.cluster_worker",
            )
        from distributed import Client  # most of a second, which nothing else here needs

        with Client(address) as client:  # a cluster stands before the class comes
            client.wait_for_workers(workers, timeout=120)
        yield address


# -- nbgrader --------------------------------------------------------------------------------------------------------


def nbgrader_course(assignment: Assignment, members: list[Member], folder: Path) -> Path:
    """Make a course of nbgrader's own kind: the hidden tests in the grade cells, the assignment generated."""
    source = folder / "source" / assignment.name
    source.mkdir(parents=True)
    (folder / "nbgrader_config.py").write_text('c = get_config()\nc.CourseDirectory.course_id = "peer"\n')
    tests = folder / "hidden_tests.py"
    shutil.copy(assignment.tests_path, tests)
    notebook = source_notebook(assignment)
    for exercise in assignment.exercises:
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("grade_id") == exercise.grade_id:
                cell.source += _NBGRADER_CELL.format(
                    points=exercise.points, tests=str(tests), exercise=exercise.id
                )
    nbformat.write(notebook, source / f"{assignment.name}.ipynb")
    hand_in(members, assignment, folder / "submitted")
    _checked(
        [BIN / "nbgrader", "generate_assignment", assignment.name, "--course-dir", folder, "--force"], cwd=folder
    )
    return folder


def run_nbgrader(course: Path, assignment: Assignment, members: list[Member], timeout: float = 3600) -> Run:
    """Autograde some members of the class with one command, as nbgrader does a class."""
    for member in members:
        shutil.rmtree(course / "autograded" / member.name, ignore_errors=True)
    command = [BIN / "nbgrader", "autograde", assignment.name, "--course-dir", course, "--force"]
    hidden = _only(course / "submitted", {member.name for member in members})
    try:
        clock = Clock()
        done = _run(command, cwd=course, timeout=timeout)
        seconds, processor = clock.read()
    finally:
        for stowed, place in hidden:
            stowed.rename(place)
    return Run(seconds, len(members), processor, nbgrader_scores(course, assignment), output=done.stdout)


def _only(submitted: Path, names: set[str]) -> list[tuple[Path, Path]]:
    """Put the other students' folders aside; return where each went."""
    aside = submitted.parent / "not_now"
    aside.mkdir(exist_ok=True)
    moved = []
    for folder in submitted.iterdir():
        if folder.name not in names:
            folder.rename(aside / folder.name)
            moved.append((aside / folder.name, folder))
    return moved


def nbgrader_scores(course: Path, assignment: Assignment) -> dict[str, dict[str, float]]:
    """Return what nbgrader's gradebook says, by student and exercise."""
    from autograder.nbgrader_steps import alembic_on_path

    with alembic_on_path():
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "peer") as gradebook:
            scores = {}
            for submission in gradebook.assignment_submissions(assignment.name):
                grades = {grade.name: grade.score for notebook in submission.notebooks for grade in notebook.grades}
                scores[submission.student.id] = {
                    exercise.id: grades[exercise.grade_id] for exercise in assignment.exercises
                }
            return scores


# -- Otter-Grader ----------------------------------------------------------------------------------------------------


def otter_program() -> Path:
    """Return the `otter` command, installed on first use in an environment under the cache folder.

    Its kernel uses this project's numpy, scipy and torch: they are added to its path, after its own packages.
    """
    folder = CACHE / OTTER.replace("==", "-")
    program = folder / "bin" / "otter"
    if not program.exists():
        shutil.rmtree(folder, ignore_errors=True)
        _checked([sys.executable, "-m", "venv", folder])
        python = folder / "bin" / "python"
        _borrow_libraries(folder)  # before the rest, so that pip does not fetch another numpy
        _checked([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", OTTER, "ipykernel"])
        _checked([python, "-m", "ipykernel", "install", "--prefix", folder, "--name", "python3"])
    _borrow_libraries(folder)  # each time: another checkout may have been here before
    return program


def _borrow_libraries(folder: Path) -> None:
    """Add this project, and of its packages those that the tests need, to the path of another environment's Python.

    Its other packages stay out: jsonschema looks for optional ones, and would cost Otter seconds that are ours.
    """
    shelf, mine = folder / "borrowed", Path(sysconfig.get_path("purelib"))
    path_file = next(folder.glob("lib/python*/site-packages")) / "fit_a_line_twice.pth"
    text = f"{shelf}\n{ROOT}\n# borrowed from {mine}\n"
    if path_file.exists() and path_file.read_text() == text:
        return
    shutil.rmtree(shelf, ignore_errors=True)
    shelf.mkdir()
    entries = {file.parts[0] for name in _with_requirements(BORROWED) for file in metadata.files(name) or ()}
    for entry in sorted(entries - {"..", "__pycache__"}):
        (shelf / entry).symlink_to(mine / entry)
    path_file.write_text(text)


def _with_requirements(names: tuple[str, ...]) -> set[str]:
    """Return the installed distributions among `names` and what they require, and so on."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in found:
            continue
        try:
            needs = [Requirement(line) for line in metadata.requires(name) or ()]
        except metadata.PackageNotFoundError:  # asked for on another platform, or built in another way
            continue
        found.add(name)
        waiting += [need.name for need in needs if need.marker is None or need.marker.evaluate({"extra": ""})]
    return found


def otter_archive(assignment: Assignment, folder: Path) -> Path:
    """Write Otter's configuration: a test file for each exercise, in the zip file that `otter run` takes."""
    folder.mkdir(parents=True, exist_ok=True)
    tests = folder / "hidden_tests.py"
    shutil.copy(assignment.tests_path, tests)
    source = tests.read_text()
    archive = folder / "autograder.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("otter_config.json", json.dumps({"pdf": False}))
        for exercise in assignment.exercises:
            found = list(in_kernel.cases(source, exercise.id))
            total = sum(weight for _, _, weight, _, _ in found)
            text = _OTTER_TESTS.format(exercise=exercise.id, tests=str(tests)) + "".join(
                _OTTER_CASE.format(points=exercise.points * weight / total, number=number, label=label)
                for number, (label, _, weight, _, _) in enumerate(found)
            )
            file.writestr(f"tests/{exercise.id}.py", text)
    return archive


def run_otter(
    archive: Path, member: Member, folder: Path, timeout: float = 3600, *,
    must_end_well: bool = False, notebook: Path | None = None,
) -> Run:
    """Grade one submission, as it stands at `notebook` or else as `member` has it: Otter has no command for several
    without containers.

    With `must_end_well`, raises RuntimeError where it leaves no results: not what a benchmark should time.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if notebook is None:
        notebook = folder / f"{member.name}.ipynb"
        notebook.write_text(member.notebook)
    program = otter_program()
    command = [program, "run", "--no-logo", "-a", archive, "-o", folder, notebook]
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    clock = Clock()
    done = _run(command, cwd=notebook.parent, timeout=timeout, env=environment(PATH=path))
    seconds, processor = clock.read()
    scores: dict[str, float] = {}
    results = folder / "results.json"
    if results.exists():
        for test in json.loads(results.read_text()).get("tests", []):
            scores[str(test["name"]).split(" ")[0]] = float(test.get("score", 0.0))
        results.rename(folder / f"{member.name}.json")
    elif must_end_well:
        raise RuntimeError(f"otter ended with status {done.returncode} and no results:\n{done.stdout[-2000:]}")
    return Run(seconds, 1, processor, {member.name: scores}, output=done.stdout)


def _run(command: list[Any], *, cwd: Path, timeout: float, env: dict[str, str] | None = None) -> Any:
    return subprocess.run(
        list(map(str, command)), cwd=cwd, timeout=timeout, env=env or environment(), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )


def _checked(command: list[Any], cwd: Path | None = None) -> None:
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        env=environment(),
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with status {done.returncode}:\n{done.stdout[-3000:]}")

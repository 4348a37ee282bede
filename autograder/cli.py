"""Parse, call one function, print, choose the exit code.

Exit status: 0 done, whatever the marks; 1 something needs a person; 2 wrong use or a broken course.
Imports that load numerical libraries stand inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from autograder.errors import AutograderError, UsageError, WorkerError
from autograder.settings import Format, Isolation, Match

DONE, NEEDS_A_PERSON, WRONG_USE = 0, 1, 2
_INTERRUPTED = 130  # what the library makes of Ctrl-C
_SECONDS_TO_STOP = 5.0

app = typer.Typer(
    name="autograder", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: the library that draws boxes takes longer to load than all the rest
    help="Grade the assignments of Fit a Line Twice: the sandbox computes, the grader judges.",
)

CourseOption = Annotated[
    Path | None, typer.Option("--course", help="The course's folder (default: found from here upwards).")
]
IsolationOption = Annotated[
    Isolation,
    typer.Option("--isolation", help="`none` runs student code unprotected on this machine: at your own risk."),
]
SeedOption = Annotated[
    int | None, typer.Option("--seed", min=0, help="Seed of the hidden inputs (default: fresh for each run).")
]


@app.command()
def run(
    notebook: Annotated[Path, typer.Argument(help="The notebook to grade.")],
    assignment: Annotated[str, typer.Option("--assignment", "-a", help="The assignment it answers.")],
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
    seed: SeedOption = None,
    isolation: IsolationOption = Isolation.SANDBOX,
    course: CourseOption = None,
) -> int:
    """Grade one notebook; no gradebook is touched."""
    from autograder.commands import run as command

    return command.run(notebook, assignment, as_json=json, seed=seed, isolation=isolation, course=course)


@app.command()
def grade(
    assignment: Annotated[str, typer.Argument(help="The assignment to grade.")],
    student: Annotated[list[str] | None, typer.Option("--student", help="Grade only this one (repeatable).")] = None,
    workers: Annotated[int | None, typer.Option("--workers", min=1, help="Processes (default: one a core).")] = None,
    scheduler: Annotated[str | None, typer.Option("--scheduler", help="Address of a Dask scheduler.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Grade again what is graded already.")] = False,
    seed: SeedOption = None,
    isolation: IsolationOption = Isolation.SANDBOX,
    course: CourseOption = None,
) -> int:
    """Grade what a class handed in; write the gradebook."""
    from autograder.commands import grade as command

    return command.grade(
        assignment, students=student or [], workers=workers, scheduler=scheduler, force=force, seed=seed,
        isolation=isolation, course=course,
    )


@app.command()
def report(
    assignment: Annotated[str | None, typer.Argument(help="One assignment (default: all, and the course).")] = None,
    names: Annotated[bool, typer.Option("--names/--no-names", help="Whether names stand on the pages at all.")] = True,
    output: Annotated[Path | None, typer.Option("--output", help="Folder for the pages (default: reports/).")] = None,
    course: CourseOption = None,
) -> int:
    """Write the instructor's report as a page; nothing is graded."""
    from autograder.commands import report as command

    return command.report(assignment, names=names, output=output, course=course)


@app.command()
def export(
    assignment: Annotated[str, typer.Argument(help="The assignment whose scores to export.")],
    kind: Annotated[Format, typer.Option("--format", help="Who reads the file.")],
    column: Annotated[
        str | None,
        typer.Option("--column", help="The score's column there, as `Title (1234)` in Canvas (default: the title)."),
    ] = None,
    match: Annotated[
        Match, typer.Option("--match", help="What Moodle finds students by: student id, e-mail or LMS user id.")
    ] = Match.USERNAME,
    output: Annotated[Path | None, typer.Option("--output", help="The file (default: in reports/).")] = None,
    course: CourseOption = None,
) -> int:
    """Write final scores as a file for Canvas, Moodle or a spreadsheet."""
    from autograder.commands import export as command

    return command.export(assignment, kind=kind, column=column, match=match, output=output, course=course)


@app.command()
def build(
    check: Annotated[bool, typer.Option("--check", help="Write nothing; say what is out of date.")] = False,
    course: CourseOption = None,
) -> int:
    """Generate exercises/ from solutions/."""
    from autograder.commands import author as command

    return command.build(check_only=check, course=course)


@app.command()
def release(
    output: Annotated[Path | None, typer.Option("--output", help="The zip (default: in _build/release/).")] = None,
    course: CourseOption = None,
) -> int:
    """Write the bundle that students get, and nothing else."""
    from autograder.commands import author as command

    return command.release(output=output, course=course)


@app.command()
def check(
    assignment: Annotated[str | None, typer.Argument(help="One assignment (default: all).")] = None,
    repeat: Annotated[int, typer.Option("--repeat", min=1, help="Grade the reference with this many seeds.")] = 1,
    seed: SeedOption = None,
    course: CourseOption = None,
) -> int:
    """Say everything that is wrong with the course, each with its cure."""
    from autograder.commands import author as command

    return command.check(assignment, repeat=repeat, seed=seed, course=course)


@app.command()
def new(
    assignment: Annotated[str, typer.Argument(help="The new assignment's name, a Python identifier.")],
    course: CourseOption = None,
) -> int:
    """Make a new assignment folder with a small working exercise."""
    from autograder.commands import author as command

    return command.new(assignment, course=course)


@app.command()
def demo(
    workers: Annotated[int | None, typer.Option("--workers", min=1, help="Processes (default: one a core).")] = None,
    isolation: IsolationOption = Isolation.SANDBOX,
    course: CourseOption = None,
) -> int:
    """Grade the sample class in a copy of the course."""
    from autograder.commands import demo as command

    return command.demo(workers=workers, isolation=isolation, course=course)


def main() -> NoReturn:
    """Run the command line; every expected failure is a sentence on standard error, never a traceback."""
    signal.signal(signal.SIGINT, _stop)
    _mend_streams()
    try:
        status = app(standalone_mode=False)
        if status == _INTERRUPTED:
            raise KeyboardInterrupt
        sys.stdout.flush()
    except AutograderError as error:
        print(f"autograder: {error}", file=sys.stderr)
        sys.exit(NEEDS_A_PERSON if isinstance(error, WorkerError) else WRONG_USE)
    except KeyboardInterrupt:
        print("autograder: stopped. What was graded is kept; run the same command to go on.", file=sys.stderr)
        # a library's thread may wait for something that does not come any more, and Python would wait for the thread
        last = threading.Timer(_SECONDS_TO_STOP, os._exit, (NEEDS_A_PERSON,))
        last.daemon = True
        last.start()
        sys.exit(NEEDS_A_PERSON)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries again on its way out
        print("autograder: its output was not read to the end.", file=sys.stderr)
        sys.exit(NEEDS_A_PERSON)
    except Exception as error:
        _exit_for_usage(error)
        if os.environ.get("AUTOGRADER_TRACEBACK"):
            raise
        print(
            f"autograder: a fault of its own stopped it: {type(error).__name__}: {error}. What was graded is kept. "
            "Set AUTOGRADER_TRACEBACK=1, run the command again and report what it prints.",
            file=sys.stderr,
        )
        sys.exit(NEEDS_A_PERSON)
    finally:
        gc.freeze()  # or Python's way out looks through all that was loaded, half a second long
    sys.exit(status if isinstance(status, int) else DONE)


def _mend_streams() -> None:
    """Let no output stop a command: it may be closed, or in an encoding that has no Chinese and no check mark."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  (for good)
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _stop(*_: object) -> NoReturn:
    """Stop at the first Ctrl-C; a second one must not stop what ends the other processes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


def _exit_for_usage(error: Exception) -> None:
    """Print a wrong use of the command line as the library does, and exit 2; return for anything else."""
    show = getattr(error, "show", None)
    if callable(show):
        show()
        sys.exit(getattr(error, "exit_code", WRONG_USE))
    if isinstance(error, UsageError):
        sys.exit(WRONG_USE)


if __name__ == "__main__":
    main()

"""Progress over many submissions: a bar on a terminal, plain lines when piped."""

from __future__ import annotations

import os
import sys
import time
from types import TracebackType
from typing import Any, Self

_SAY_EVERY = 30.0  # seconds


def say(text: str) -> None:
    """Print a line; where nobody takes it any more, go on without."""
    try:
        print(text, flush=True)
    except OSError as error:  # `| head` has read enough, or a disk is full
        print(f"autograder: no more lines are printed ({error.strerror}); the work goes on.", file=sys.stderr)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


class Progress:
    """Says how many of `total` are done; use in a `with` block."""

    def __init__(self, title: str, total: int, *, quiet: bool = False) -> None:
        self._title = title
        self._total = total
        self._quiet = quiet  # count, but print a line only for what is said
        self._done = 0
        self._first: float | None = None  # when the first was done: starting workers says nothing of the rest
        self._said = 0.0
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Self:
        if sys.stdout.isatty():
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as Bar

            self._bar = Bar(
                TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
                transient=True,
            )
            self._bar.start()
            self._task = self._bar.add_task(self._title, total=self._total)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def done(self, name: str, line: str) -> None:
        """Count one more, and print its line."""
        self._done += 1
        width = len(str(self._total))
        if not self._quiet:
            self.say(f"[{self._done:{width}}/{self._total}] {name}: {line}")
            self._say_how_long(time.monotonic())
        if self._bar is not None:
            self._bar.advance(self._task)

    def _say_how_long(self, now: float) -> None:
        """Print, where there is no bar and every half minute, how long the rest will take at the rate so far."""
        if self._first is None:
            self._first = self._said = now
        left = self._total - self._done
        if self._bar is None and left and now - self._said >= _SAY_EVERY:
            self._said = now
            seconds = left * (now - self._first) / (self._done - 1)
            self.say(f"about {seconds / 60:.0f} min left" if seconds >= 90 else f"about {seconds:.0f} s left")

    def say(self, text: str) -> None:
        """Print a line, above the bar where there is one."""
        if self._bar is None:
            say(text)
        else:
            self._bar.console.print(text, markup=False, highlight=False)

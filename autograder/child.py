"""One confined child: requests go in, replies come out, and `end` leaves nothing behind."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autograder.channel import Channel
from autograder.scratch import holds_more, remove
from autograder.settings import Limits

_TICKS = os.sysconf("SC_CLK_TCK")
_STATUS_BYTES = 4096


@dataclass(frozen=True)
class ChildEnd:
    """How a child ended: the signal that killed it (0 for none) and what it used."""

    signal: int
    cpu_seconds: float
    peak_kb: int
    worker_lost: bool = False  # the worker was gone too, which no notebook can bring about


@dataclass(frozen=True)
class Activity:
    """What a child is doing: `runnable` while it computes or waits for a processor, not while it sleeps."""

    runnable: bool
    cpu_seconds: float
    threads: int = 1
    memory: int = 0  # bytes of address space, which is what its limit counts


class Child:
    """One confined child: requests go in, replies come out, and `end` leaves nothing behind."""

    def __init__(
        self, pid: int, channel: Channel, scratch: Path, limits: Limits, kill: Callable[[int], ChildEnd]
    ) -> None:
        self._kill = kill
        self._limits = limits
        self.pid = pid
        self.channel = channel
        self.scratch = scratch
        self.excess = ""  # what `over_quota` found, for a sentence
        self._ended: ChildEnd | None = None
        self._status: int | None = None  # /proc's file about it: asked too often to open it each time
        with contextlib.suppress(OSError):  # no /proc here
            self._status = os.open(f"/proc/{pid}/stat", os.O_RDONLY | os.O_CLOEXEC)

    def activity(self) -> Activity:
        """Return whether the child wants the processor just now, and how much of it it has had."""
        try:
            text = b"" if self._status is None else os.pread(self._status, _STATUS_BYTES, 0)
        except OSError:  # no child any more
            text = b""
        fields = text.rpartition(b")")[2].split()
        if not fields:
            return Activity(runnable=False, cpu_seconds=0.0)
        ticks = int(fields[11]) + int(fields[12])
        return Activity(
            runnable=fields[0] in b"RD", cpu_seconds=ticks / _TICKS,
            threads=int(fields[17]), memory=int(fields[20]),
        )

    def over_quota(self) -> bool:
        """Tell whether the child has more files or threads than its limits; `excess` then says which."""
        limits = self._limits
        if self.activity().threads > limits.threads:
            self.excess = (
                f"ran more than {limits.threads:g} threads at once "
                "(a ThreadPoolExecutor with a few of them does as much work as thousands)"
            )
        elif holds_more(self.scratch, limits.scratch_mb * 2**20, limits.scratch_files):
            self.excess = f"wrote more than {limits.scratch_mb:g} MiB or {limits.scratch_files:g} files"
        return bool(self.excess)

    def holds_much(self) -> bool:
        """Tell whether a quarter of the files that the child may have lie in its folder, or a quarter of their size."""
        limits = self._limits
        return holds_more(self.scratch, limits.scratch_mb * 2**18, limits.scratch_files / 4)

    def end(self) -> ChildEnd:
        """Kill the child, reap it and remove its scratch folder; may be called again."""
        if self._ended is None:
            self._ended = self._kill(self.pid)
            self.channel.close()
            if self._status is not None:
                os.close(self._status)
                self._status = None
            remove(self.scratch)
        return self._ended

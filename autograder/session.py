"""One notebook in one child: execute, call, get, close; every wait has a deadline.

A cell or a call that kills its child, or outlasts its deadline, costs itself alone: the session starts a new
child, runs the cells again without the deadly one, and goes on.
"""

from __future__ import annotations

import contextlib
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any, Self

from autograder.channel import ChannelClosed, ChannelTimeout
from autograder.child import Activity, Child, ChildEnd
from autograder.model import Outcome
from autograder.patience import Patience
from autograder.protocol import ProtocolError, encode
from autograder.replies import Cell, CellRun, Reply, capital, cell_run, death_sentence, read_reply
from autograder.sandbox import Sandbox
from autograder.settings import Limits

_SLICE = 0.1  # seconds between two looks at a waiting child's files
_MOST_THREADS = 16  # more than these left running, and the next request gets a new child
_SLOW = 0.5  # seconds: an added cell that takes longer is not run again where a call has ended its child
_HEAVY, _MUCH = 2, 8  # a half of the memory that a child may have, and an eighth
_MOST_FLAGS = 50
_SIGKILL = 9


class _OverQuota(Exception):
    """The child's files are larger or more numerous than its limits."""


@dataclass
class _State:
    """What a session remembers between requests."""

    deadly: set[str] = field(default_factory=set)
    suspects: set[str] = field(default_factory=set)
    slow: set[str] = field(default_factory=set)
    shortened: bool = False
    settled: Activity = field(default_factory=lambda: Activity(runnable=False, cpu_seconds=0.0))
    settled_much: bool = False  # whether the cells left much in the folder: no call's doing
    asked: bool = False  # whether a request has followed the cells
    flags: list[str] = field(default_factory=list)
    restarts: int = 0
    noticed: int = 0


class Session:
    """Runs `cells` in order and then answers calls; use in a `with` block.

    What a cell displays goes through `shown` as soon as it has run, so that what is not kept takes no memory.
    """

    def __init__(
        self, sandbox: Sandbox, cells: Sequence[Cell], limits: Limits, *,
        shown: Callable[[Sequence[Any]], Sequence[dict[str, Any]]] = tuple,
    ) -> None:
        self._sandbox = sandbox
        self._shown = shown
        self._cells = tuple(cells)
        self._limits = limits
        self._call_seconds = limits.call_seconds
        self._child: Child | None = None
        self._ends_at = time.monotonic() + self._limits.total_seconds
        self._state = _State()
        self.cpu_seconds = 0.0
        self.killed = self.worker_lost = False  # whether a child, or the worker too, ended by SIGKILL unasked

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def flags(self) -> tuple[str, ...]:
        """What the notebook did that an honest one does not, in the order it was noticed."""
        return tuple(self._state.flags)

    @property
    def pid(self) -> int:
        """The process id of the child that runs just now, 0 for none."""
        return self._child.pid if self._child else 0

    @property
    def suspects(self) -> frozenset[str]:
        """The cells that may have changed how the others run: what they did was noted, or goes on behind them."""
        return frozenset(self._state.suspects)

    @property
    def shortened(self) -> bool:
        """Whether calls were answered by a child in which not all cells had run: slow ones are not run again."""
        return self._state.shortened

    def close(self) -> ChildEnd | None:
        """End the child; nothing of the notebook runs afterwards."""
        if self._child is None:
            return None
        end, self._child = self._child.end(), None
        self.cpu_seconds += end.cpu_seconds
        return end

    def execute(self) -> dict[str, CellRun]:
        """Run every cell and return what became of each, by key; a deadly cell is left out of later starts."""
        runs: dict[str, CellRun] = {}
        while (child := self._start()) is not None:
            self._state.shortened |= bool(self._state.slow)
            for cell in self._cells:
                if cell.key in self._state.deadly | self._state.slow:  # slow ones have run: not again
                    continue
                before, noticed, much = child.activity(), self._state.noticed, child.holds_much()
                reply, message = self._run_cell(child, cell)
                if cell.added and reply.seconds > _SLOW:
                    self._state.slow.add(cell.key)
                if self._child is not None and (
                    self._burdened(before, _MUCH) or self._state.noticed > noticed
                    or message.get("left_changed") or child.holds_much() > much
                ):
                    self._state.suspects.add(cell.key)
                if cell.key not in runs or reply.outcome not in (Outcome.PASSED, Outcome.RAISED):
                    outputs = message.get("outputs")
                    runs[cell.key] = cell_run(reply, self._shown(outputs if isinstance(outputs, list) else ()))
                if self._child is None:
                    self._state.deadly.add(cell.key)
                    break
            else:
                self._settle(child)
                return runs
        for cell in self._cells:
            runs.setdefault(cell.key, CellRun(Outcome.TIMED_OUT, sentence=self._budget_sentence()))
        return runs

    def call(self, name: str, args: Sequence[Any], kwargs: dict[str, Any], *, echo: bool = False) -> Reply:
        """Call the notebook's function `name` with copies of the arguments; `echo` asks for them afterwards."""
        return self._ask(
            {"op": "call", "name": name, "args": encode(list(args)), "kwargs": encode(dict(kwargs)), "echo": echo}
        )

    def get(self, name: str) -> Reply:
        """Return the value that the notebook bound to `name`."""
        return self._ask({"op": "get", "name": name})

    def probe(self, source: str, inputs: dict[str, Any]) -> Reply:
        """Run `source`, which defines `probe(student, **inputs)`, next to the notebook and return its value."""
        return self._ask({"op": "probe", "source": source, "inputs": encode(dict(inputs))})

    def clear_away(self) -> None:
        """Give the next request a new child where calls have left threads running, or memory or files taken."""
        if self._child is not None and (
            self._burdened(self._state.settled, _HEAVY) or self._child.holds_much() > self._state.settled_much
        ):
            self.close()

    @contextlib.contextmanager
    def call_time_scaled(self, share: float) -> Iterator[None]:
        """Give calls only `share` of their usual time for the length of a `with` block."""
        self._call_seconds = self._limits.call_seconds * share
        try:
            yield
        finally:
            self._call_seconds = self._limits.call_seconds

    # -- below: one child at a time ----------------------------------------------------------------------

    def _start(self) -> Child | None:
        """Return the living child, or a new one; None once the submission's budget is used up."""
        if self._child is None:
            if self._state.restarts > self._limits.restarts or time.monotonic() >= self._ends_at:
                return None
            self._state.restarts += 1
            self._child = self._sandbox.child(self._limits)
        return self._child

    def _budget_sentence(self) -> str:
        return (
            f"The notebook as a whole used up its {self._limits.total_seconds:g} s "
            "(cells that hang or end Python cost a new start each), so this was not run."
        )

    def _ready(self) -> Child | None:
        """Return a child in which the cells have run."""
        if self._child is None:
            while (child := self._start()) is not None:
                self._state.shortened |= bool(self._state.slow)
                for cell in self._cells:
                    if cell.key not in self._state.deadly | self._state.slow and not cell.check:
                        self._run_cell(child, cell)
                        if self._child is None:
                            self._state.deadly.add(cell.key)
                            break
                else:
                    self._settle(child)
                    break
        return self._child

    def _settle(self, child: Child) -> None:
        """Note what the cells have left, which calls are not to blame for."""
        self._state.settled, self._state.settled_much = child.activity(), child.holds_much()

    def _burdened(self, before: Activity, share: int) -> bool:
        """Whether the child has more threads than it had, or has since taken a `share`th of the memory it may have."""
        now = self._child.activity() if self._child else before
        return now.threads > before.threads or now.memory - before.memory > self._limits.memory_mb * 2**20 / share

    def _run_cell(self, child: Child, cell: Cell) -> tuple[Reply, dict[str, Any]]:
        message, reply = self._exchange(
            child, {"op": "execute", "source": cell.source}, self._limits.cell_seconds, "this cell"
        )
        return reply, message

    def _ask(self, request: dict[str, Any]) -> Reply:
        child = self._ready()
        if child is None:
            return Reply(Outcome.TIMED_OUT, sentence=self._budget_sentence())
        began, noticed = time.monotonic(), self._state.noticed
        message, reply = self._exchange(child, request, self._call_seconds, "the call")
        if not reply.seconds:  # it was stopped
            reply = replace(reply, seconds=time.monotonic() - began)
        if not self._state.asked and self._state.noticed > noticed:
            # the first request looks at everything that the cells share: which of them changed it is not known
            self._state.suspects.update(cell.key for cell in self._cells)
        self._state.asked = True
        left_much = message.get("left_changed") or (self._child and child.activity().threads > _MOST_THREADS)
        if reply.outcome is Outcome.OUT_OF_MEMORY or left_much:
            self.close()  # what it left behind, memory, threads or open files, must not cost the next one anything
        return reply

    def _exchange(
        self, child: Child, request: dict[str, Any], seconds: float, what: str
    ) -> tuple[dict[str, Any], Reply]:
        request = {**request, "id": secrets.randbits(48)}
        patience = Patience(child, seconds, self._ends_at)
        try:
            message = self._answer(child, request, patience)
            # A forged reply leaves the true one in the pipe, for the next request to trip over. So a reply counts
            # only once the child has answered a second request, whose number nobody could know beforehand.
            self._answer(child, {"op": "ping", "id": secrets.randbits(48)}, patience)
            return message, replace(self._read(message), seconds=patience.seconds_used())
        except _OverQuota:
            sentence = f"{capital(what)} {child.excess} and was stopped."
            self.close()
            return {}, Reply(Outcome.CRASHED, sentence=sentence)
        except ChannelTimeout:
            self.close()
            return {}, Reply(
                Outcome.TIMED_OUT,
                sentence=f"{capital(what)} was still running after {seconds:g} s and was stopped. "
                "Look for a loop whose condition never becomes false.",
            )
        except ChannelClosed:
            end = self.close()
            self.killed |= end is not None and end.signal == _SIGKILL
            self.worker_lost |= end is not None and end.worker_lost
            return {}, Reply(Outcome.CRASHED, sentence=death_sentence(what, end.signal if end else 0))
        except ProtocolError:
            self._flag("wrote to the grader's reply pipe")
            self.close()
            return {}, Reply(Outcome.CRASHED, sentence=f"{capital(what)} sent back something that is no value.")

    def _answer(self, child: Child, request: dict[str, Any], patience: Patience) -> dict[str, Any]:
        child.channel.send(request, patience.last_moment)
        while not child.channel.ready(_SLICE):
            if patience.is_over():
                raise ChannelTimeout
            if child.over_quota():
                raise _OverQuota
        message = child.channel.receive(patience.last_moment)
        if request["op"] != "ping" and child.over_quota():
            raise _OverQuota
        if not isinstance(message, dict) or message.get("id") != request["id"]:
            raise ProtocolError("a reply to another request")
        return message

    def _read(self, message: dict[str, Any]) -> Reply:
        seen = message.get("seen", [])
        if isinstance(seen, list):
            for sentence in seen[:20]:
                if isinstance(sentence, str):
                    self._flag(sentence)
        return read_reply(message, self._limits)

    def _flag(self, sentence: str) -> None:
        """Keep a flag: the child may have written it, and it is read in a terminal and in a browser."""
        self._state.noticed += 1
        shown = "".join(c if c.isprintable() else "?" for c in sentence[:200])
        if shown not in self._state.flags and len(self._state.flags) < _MOST_FLAGS:
            self._state.flags.append(shown)

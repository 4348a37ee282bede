"""Runs inside the sandbox: executes cells, answers calls, in a child that was forked for one session.

Nothing here knows a test or an expected value, so there is nothing to read, patch or forge.
"""

from __future__ import annotations

import contextlib
import fcntl
import functools
import os
import sys
import types
from collections.abc import Callable
from typing import Any, BinaryIO

from autograder.notebook_shell import NotebookShell, Recorder
from autograder.originals import Originals
from autograder.protocol import HEADER, ProtocolError, decode, encode, frame, unframe
from autograder.switches import Switches, set_back, switches
from autograder.watch import Watch

MESSAGE_LENGTH = 500
_MANY_OPEN = 16  # descriptors that one request leaves open: enough to be missed by another


def read_frame(pipe: BinaryIO) -> Any:  # noqa: ANN401
    """Return the next message on `pipe`, or None where the other side has closed it."""
    header = _read_exactly(pipe, HEADER.size)
    if header is None:
        return None
    (length,) = HEADER.unpack(header)
    body = _read_exactly(pipe, length)
    return None if body is None else unframe(body)


def _read_exactly(pipe: BinaryIO, count: int) -> bytes | None:
    """Return `count` bytes, or None where the pipe ends before: one read of a pipe gives what has come so far."""
    pieces: list[bytes] = []
    while count and (piece := pipe.read(count)):
        pieces.append(piece)
        count -= len(piece)
    return None if count else b"".join(pieces)


def write_frame(pipe: BinaryIO, message: Any, limit: int) -> None:  # noqa: ANN401
    """Write `message` to `pipe` as one frame of at most `limit` bytes."""
    pipe.write(frame(message, limit))
    pipe.flush()


class Names:
    """What a probe sees as `student`: the notebook's names as attributes."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        self._namespace = namespace

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        try:
            return self._namespace[name]
        except KeyError:
            raise NameError(f"name {name!r} is not defined") from None


class Child:
    """Answers the requests of one session: execute a cell, call a function, get a name, run a probe."""

    def __init__(
        self, shell: NotebookShell, originals: Originals, requests: BinaryIO, replies: BinaryIO, limit: int,
        output_limit: int,
    ) -> None:
        self._shell = shell
        shell.user_ns["_dh"][:] = [os.getcwd()]  # noqa: PTH109  (where `%cd -` leads)
        self._originals = originals
        self._settled = False  # no longer so once a cell has run
        self._requests = requests
        self._replies = replies
        self._limit = limit
        self._output_limit = output_limit
        self._kept: list[Any] = []
        self._watch = Watch(os.getcwd())  # noqa: PTH109  (text is what it compares)
        sys.addaudithook(self._watch)
        sys.addaudithook(originals)
        originals.guard("the worker", self)

    def serve(self) -> None:
        """Answer requests in order until the grader closes its end."""
        pipe = _identity(self._requests)
        while (request := read_frame(self._requests)) is not None:
            if request["op"] == "ping":
                write_frame(self._replies, {"id": request["id"], "kind": "value"}, self._limit)
                continue
            seen = [] if request["op"] == "execute" else self._settle()
            before, free = _switches(), _lowest_free(self._requests)
            reply = self._answer(request)
            seen += self._originals.restore()
            reply["left_changed"] = _lowest_free(self._requests) - free > _MANY_OPEN
            if request["op"] != "execute" and before is not None:
                with contextlib.suppress(Exception):  # what a notebook has made of its libraries is its own affair
                    # calls come in the grader's order: none may depend on one before it
                    self._kept = [*filter(None, [*self._kept, set_back(before)])]
            elif _switches() != before:
                reply["left_changed"] = True
            if _identity(self._requests) != pipe:
                return  # this request closed the pipe or put another in its place: the next is not to blame
            for end in (self._requests, self._replies):
                fcntl.fcntl(end, fcntl.F_SETFL, 0)  # to wait, and to pass on bytes: whatever a cell has set
            os.umask(0o022)
            reply["id"] = request["id"]
            reply["seen"] = seen + self._watch.take()
            try:
                write_frame(self._replies, reply, self._limit)
            except (ProtocolError, MemoryError):
                write_frame(
                    self._replies, {"id": request["id"], "kind": "too_large", "seen": []}, self._limit
                )

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        try:
            return self._handler(request["op"])(request)
        except ProtocolError:
            return {"kind": "too_large"}
        except BaseException as error:
            return describe_exception(error)

    def _settle(self) -> list[str]:
        """Look through everything once between the last cell and the first call."""
        if self._settled:
            return []
        self._settled = True
        return self._originals.restore(thorough=True)

    def _handler(self, op: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
        return {"execute": self._execute, "call": self._call, "get": self._get, "probe": self._probe}[op]

    def _execute(self, request: dict[str, Any]) -> dict[str, Any]:
        self._settled = False
        recorder = Recorder(limit=self._output_limit)
        error = self._shell.run_recorded(request["source"], recorder)
        reply: dict[str, Any] = {"kind": "value"} if error is None else describe_exception(error)
        reply["outputs"] = recorder.outputs
        return reply

    def _call(self, request: dict[str, Any]) -> dict[str, Any]:
        function = self._look_up(request["name"])
        args = list(decode(request["args"], _to_tensor))
        kwargs = decode(request["kwargs"], _to_tensor)
        with self._quiet():
            value = function(*args, **kwargs)
            reply = {"kind": "value", "value": encode(value)}
            if request["echo"]:
                reply["after"] = encode(args)
        return reply

    def _get(self, request: dict[str, Any]) -> dict[str, Any]:
        return {"kind": "value", "value": encode(self._look_up(request["name"]))}

    def _probe(self, request: dict[str, Any]) -> dict[str, Any]:
        namespace: dict[str, Any] = {"__name__": "probe"}
        exec(_compiled(request["source"]), namespace)
        inputs = decode(request["inputs"], _to_tensor)
        with self._quiet():
            value = namespace["probe"](Names(self._shell.user_ns), **inputs)
            return {"kind": "value", "value": encode(value)}

    def _look_up(self, name: str) -> Any:  # noqa: ANN401
        if name not in self._shell.user_ns:
            raise NameError(f"name {name!r} is not defined")
        return self._shell.user_ns[name]

    def _quiet(self) -> contextlib.AbstractContextManager[Any]:
        return self._shell.recording(Recorder(limit=0))


@functools.cache
def _compiled(source: str) -> types.CodeType:
    """Compile a probe once: many tests send the same one."""
    return compile(source, "<probe>", "exec")


def _identity(pipe: BinaryIO) -> tuple[int, int]:
    found = os.fstat(pipe.fileno())
    return found.st_dev, found.st_ino


def _switches() -> Switches | None:
    """Return how the libraries stand; None where the notebook has made asking impossible."""
    try:
        return switches()
    except Exception:
        return None


def _lowest_free(pipe: BinaryIO) -> int:
    """Return the number that the next file to be opened would have; a large one where none is left."""
    try:
        number = os.dup(pipe.fileno())
    except OSError:
        return 1 << 20
    os.close(number)
    return number


def _to_tensor(array: Any, requires_grad: bool) -> Any:  # noqa: ANN401
    import torch

    return torch.from_numpy(array).requires_grad_(requires_grad)


def describe_exception(error: BaseException) -> dict[str, Any]:
    """Return what the grader may know of an exception: its kind among the builtins, its text for instructors."""
    builtin_names = vars(__import__("builtins"))
    bases = [kind.__name__ for kind in type(error).__mro__ if builtin_names.get(kind.__name__) is kind]
    try:
        text = str(error)[:MESSAGE_LENGTH]
    except BaseException:
        text = "(its text could not be read)"
    starved = isinstance(error, MemoryError) or (
        isinstance(error, RuntimeError) and ("can't allocate memory" in text or "bad_alloc" in text)
    )
    return {
        "kind": "raised",
        "own": type(error).__name__ if type(error).__name__ == (bases or [""])[0] else "",
        "bases": bases,
        "text": text.encode("utf-8", "replace").decode(),
        "out_of_memory": starved,
    }

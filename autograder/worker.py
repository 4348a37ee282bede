"""Runs inside the sandbox: executes cells, answers calls; imports only `protocol` and its own two helpers.

The warm worker imports the numerical libraries once, then forks a child per submission. The child confines
itself to its own scratch folder before it reads its first request. Nothing here knows a test or an expected
value, so there is nothing in this process to read, patch or forge.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import struct
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any, BinaryIO

from autograder.notebook_shell import NotebookShell, Recorder
from autograder.protocol import HEADER, ProtocolError, decode, encode, frame, unframe
from autograder.watch import Watch

CONTROL_LIMIT = 1 << 20
MESSAGE_LENGTH = 500
_CAPABILITY_VERSION_3 = 0x20080522


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


def main() -> None:
    """Warm up, then fork a child for each `fork` request until standard input closes."""
    settings = json.loads(sys.argv[1])
    control_in = os.fdopen(os.dup(0), "rb", buffering=0)
    control_out = os.fdopen(os.dup(1), "wb")
    _silence_standard_streams()
    try:
        shell = warm_up()
    except BaseException:
        write_frame(control_out, {"failed": traceback.format_exc()[-4000:]}, CONTROL_LIMIT)
        return
    write_frame(control_out, {"ready": True}, CONTROL_LIMIT)
    while (request := read_frame(control_in)) is not None:
        if request["op"] == "fork":
            pid = _fork_child(shell, request, settings, (control_in, control_out))
            write_frame(control_out, {"pid": pid}, CONTROL_LIMIT)
        elif request["op"] == "end":
            write_frame(control_out, _end_child(request["pid"]), CONTROL_LIMIT)


def warm_up() -> NotebookShell:
    """Import what notebooks import and take one optimizer step and one picture, so that children need not."""
    import matplotlib.pyplot as plt
    import numpy as np
    import scipy.linalg
    import scipy.optimize
    import scipy.stats  # noqa: F401
    import torch

    torch.set_num_threads(1)  # a second thread would not survive the fork
    torch.set_num_interop_threads(1)
    model = torch.nn.Linear(1, 1)
    for kind in (torch.optim.SGD, torch.optim.Adam):
        optimizer = kind(model.parameters(), lr=0.1)
        torch.nn.functional.mse_loss(model(torch.ones(2, 1)), torch.zeros(2, 1)).backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        optimizer.zero_grad()
    shell: NotebookShell = NotebookShell.instance()
    recorder = Recorder(limit=1 << 20)
    shell.run_recorded("import matplotlib.pyplot as plt\nplt.plot([0, 1]); None", recorder)
    shell.run_recorded("1 + 1", recorder)
    plt.close("all")
    shell.reset(new_session=True)
    np.random.seed(None)
    return shell


def _silence_standard_streams() -> None:
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)


def _fork_child(
    shell: NotebookShell, request: dict[str, Any], settings: dict[str, Any], control: tuple[Any, Any]
) -> int:
    # the grader holds the other ends already, so neither call waits
    requests = os.fdopen(os.open(request["requests"], os.O_RDONLY), "rb", buffering=0)
    replies = os.fdopen(os.open(request["replies"], os.O_WRONLY), "wb")
    pid = os.fork()
    if pid:
        requests.close()
        replies.close()
        return pid
    status = 1
    try:
        for pipe in control:
            pipe.close()
        _become_child(request["scratch"], settings)
        Child(shell, requests, replies, request["reply_bytes"], request["output_bytes"]).serve()
        status = 0
    finally:
        os._exit(status)  # never return into the worker's loop


def _end_child(pid: int) -> dict[str, Any]:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)
    killed_by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return {"signal": killed_by, "cpu_seconds": usage.ru_utime + usage.ru_stime, "peak_kb": usage.ru_maxrss}


def _become_child(scratch: str, settings: dict[str, Any]) -> None:
    """Own session, own folder, no capabilities, and a second Landlock domain inside the worker's."""
    os.setsid()
    os.chdir(scratch)
    os.environ.update(HOME=scratch, TMPDIR=scratch, MPLCONFIGDIR=scratch)
    os.environ.pop("PWD", None)
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: die with the worker
    if settings["isolation"] == "sandbox":
        import sandlock

        sandlock.confine(sandlock.Sandbox(fs_readable=settings["readable"], fs_writable=[scratch]))
        _drop_capabilities()


def _drop_capabilities() -> None:
    """Give up every capability: a grader started as root must not lend them to students."""
    header = struct.pack("Ii", _CAPABILITY_VERSION_3, 0)
    if ctypes.CDLL(None, use_errno=True).capset(header, bytes(24)) != 0:
        raise OSError(ctypes.get_errno(), "capset")


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
        self, shell: NotebookShell, requests: BinaryIO, replies: BinaryIO, limit: int, output_limit: int
    ) -> None:
        self._shell = shell
        self._requests = requests
        self._replies = replies
        self._limit = limit
        self._output_limit = output_limit
        self._watch = Watch(os.getcwd())  # noqa: PTH109  (text is what it compares)
        sys.addaudithook(self._watch)
        self._handlers: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "execute": self._execute, "call": self._call, "get": self._get, "probe": self._probe,
        }

    def serve(self) -> None:
        """Answer requests in order until the grader closes its end."""
        while (request := read_frame(self._requests)) is not None:
            reply = self._answer(request)
            reply["id"] = request["id"]
            reply["seen"] = self._watch.take()
            reply["threads"] = threading.active_count()
            try:
                write_frame(self._replies, reply, self._limit)
            except (ProtocolError, MemoryError):
                write_frame(
                    self._replies, {"id": request["id"], "kind": "too_large", "seen": []}, self._limit
                )

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        try:
            return self._handlers[request["op"]](request)
        except ProtocolError:
            return {"kind": "too_large"}
        except BaseException as error:
            return describe_exception(error)

    def _execute(self, request: dict[str, Any]) -> dict[str, Any]:
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
        exec(compile(request["source"], "<probe>", "exec"), namespace)
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


if __name__ == "__main__":
    main()

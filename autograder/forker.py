"""Runs inside the sandbox: loads the libraries once, then forks a child for each session.

Once warm, the worker confines itself. Each child confines itself further, to its own scratch folder and to few
system calls, before it reads its first request.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import json
import os
import signal
import sys
import traceback
from typing import Any

from autograder.confine import become_child, confine_worker
from autograder.notebook_shell import NotebookShell
from autograder.originals import Originals
from autograder.warm_up import warm_up
from autograder.worker import Child, read_frame, write_frame

CONTROL_LIMIT = 1 << 20
_M_ARENA_MAX = -8


def main() -> None:
    """Warm up, then fork a child for each `fork` request until standard input closes."""
    settings = json.loads(sys.argv[1])
    control_in = os.fdopen(os.dup(0), "rb", buffering=0)
    control_out = os.fdopen(os.dup(1), "wb")
    _silence_standard_streams()
    with contextlib.suppress(AttributeError):  # glibc's
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 2)  # or each thread reserves 64 MiB of a child's memory for itself
    gc.disable()  # what is imported stays: looking through it for garbage takes a tenth of the time
    try:
        shell = warm_up()
        originals = Originals(shell)
        confine_worker(settings)
        gc.enable()
        gc.collect()
        gc.freeze()  # or each child's first collection looks at, and so copies, all that was loaded here
    except BaseException:
        write_frame(control_out, {"failed": traceback.format_exc()[-4000:]}, CONTROL_LIMIT)
        return
    write_frame(control_out, {"ready": True}, CONTROL_LIMIT)
    while (request := read_frame(control_in)) is not None:
        if request["op"] == "fork":
            pid = _fork_child(shell, originals, request, settings, (control_in, control_out))
            write_frame(control_out, {"pid": pid}, CONTROL_LIMIT)
        elif request["op"] == "end":
            write_frame(control_out, _end_child(request["pid"]), CONTROL_LIMIT)
    os._exit(0)  # Python's own way out takes seconds with libraries loaded, and a child lives as long


def _silence_standard_streams() -> None:
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)


def _fork_child(
    shell: NotebookShell, originals: Originals, request: dict[str, Any], settings: dict[str, Any],
    control: tuple[Any, Any],
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
        become_child(request["scratch"], settings)
        Child(shell, originals, requests, replies, request["reply_bytes"], request["output_bytes"]).serve()
        status = 0
    finally:
        os._exit(status)  # never return into the worker's loop


def _end_child(pid: int) -> dict[str, Any]:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)
    killed_by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return {"signal": killed_by, "cpu_seconds": usage.ru_utime + usage.ru_stime, "peak_kb": usage.ru_maxrss}


if __name__ == "__main__":
    main()

"""Start a warm, confined worker and hand out one confined child per submission."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from autograder.channel import Channel, ChannelClosed, ChannelTimeout
from autograder.child import Child, ChildEnd
from autograder.errors import WorkerError
from autograder.isolation import readable_paths, require_isolation
from autograder.scratch import PREFIX, locked, remove, remove_abandoned
from autograder.seccomp import child_filter
from autograder.settings import Isolation, Limits

START_SECONDS = 180.0
CONTROL_SECONDS = 20.0
WORKER_MODULES = (
    "confine.py", "forker.py", "notebook_shell.py", "originals.py", "protocol.py", "switches.py", "warm_up.py",
    "watch.py", "worker.py",
)


class Sandbox:
    """A warm worker and its scratch space, for use in a `with` block. One child lives at a time."""

    def __init__(self, isolation: Isolation = Isolation.SANDBOX) -> None:
        self.isolation = isolation
        self._home: Path | None = None
        self._lock: int | None = None
        self._process: Any = None
        self._control: Channel | None = None
        self._children = 0

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop the worker and remove everything it could write."""
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            with contextlib.suppress(Exception):  # it may be gone already: then there is nothing to stop
                self._process.kill()
            with contextlib.suppress(Exception):
                self._process.wait(timeout=10)
            self._process = None
        if self._home is not None:
            remove(self._home)
            self._home = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def child(self, limits: Limits) -> Child:
        """Fork a confined child from the warm worker, with its limits set; restarts a lost worker once."""
        try:
            return self._fork(limits)
        except (ChannelClosed, ChannelTimeout, BrokenPipeError):
            self.close()
            self._start()
        try:
            return self._fork(limits)
        except (ChannelClosed, ChannelTimeout, BrokenPipeError) as error:
            raise WorkerError(
                "The sandbox's worker stopped twice while starting a child. "
                "Nothing was graded; run the command again, with fewer --workers if memory is short."
            ) from error

    def _start(self) -> None:
        if self.isolation is Isolation.SANDBOX:
            require_isolation()
        home = self._home = Path(tempfile.mkdtemp(prefix=PREFIX)).resolve()
        remove_abandoned(home.parent)
        self._lock = locked(home)
        package = home / "lib" / "autograder"
        for folder in (package, home / "work" / "scratch", home / "work" / "pipes"):
            folder.mkdir(parents=True)
        here = Path(__file__).parent
        (package / "__init__.py").touch()
        for module in WORKER_MODULES:
            shutil.copy(here / module, package / module)
        # IPython would copy this file into a new profile, and copying file modes is refused in there
        startup = home / "work" / "ipython" / "profile_default" / "startup"
        startup.mkdir(parents=True)
        (startup / "README").touch()
        settings = json.dumps({"isolation": self.isolation.value, **self._protections(home)})
        bootstrap = (
            f"import sys; sys.path.insert(0, {str(home / 'lib')!r}); "
            "from autograder.forker import main; main()"
        )
        command = [sys.executable, "-I", "-c", bootstrap, settings]
        environment = {
            "HOME": str(home / "work"), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC",
            "MPLBACKEND": "module://matplotlib_inline.backend_inline", "MPLCONFIGDIR": str(home / "work"),
            "TMPDIR": str(home / "work"), "PYTHONDONTWRITEBYTECODE": "1", "IPYTHONDIR": str(home / "work" / "ipython"),
            "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
        }
        self._control = self._spawn(command, environment)
        self._greet()

    def _protections(self, home: Path) -> dict[str, Any]:
        """Return what the worker, once warm, confines itself to, and each child after it."""
        if self.isolation is Isolation.NONE:
            return {}
        readable = readable_paths()
        return {
            "child": {"fs_readable": readable, "filter": child_filter().hex()},
            "worker": {
                "fs_readable": [*readable, str(home / "lib")], "fs_writable": [str(home / "work"), "/dev/null"],
            },
        }

    def _greet(self) -> None:
        assert self._control is not None
        try:
            answer = self._control.receive(time.monotonic() + START_SECONDS)
        except (ChannelClosed, ChannelTimeout) as error:
            self.close()
            raise WorkerError(
                "The sandbox's worker did not start. Run `autograder check` to see what this machine lacks; "
                "nothing was graded."
            ) from error
        if "failed" in answer:
            self.close()
            last = str(answer["failed"]).strip().splitlines()[-1]
            raise WorkerError(
                f"The sandbox's worker could not import what notebooks need: {last}. "
                "Install the requirements again with `make setup`.",
                trace=answer["failed"],
            )

    def _spawn(self, command: list[str], environment: dict[str, str]) -> Channel:
        assert self._home is not None
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=environment, cwd=self._home / "work", start_new_session=True,
        )
        self._process = process
        assert process.stdin is not None
        assert process.stdout is not None
        return Channel(process.stdin.fileno(), process.stdout.fileno(), keep=process)

    def _fork(self, limits: Limits) -> Child:
        if self._home is None or self._control is None:
            raise WorkerError("The sandbox is closed; use it in a `with` block.")
        self._children += 1
        scratch = self._home / "work" / "scratch" / str(self._children)
        scratch.mkdir()
        pipes = self._home / "work" / "pipes"
        requests, replies = pipes / f"{self._children}.in", pipes / f"{self._children}.out"
        for pipe in (requests, replies):
            os.mkfifo(pipe, 0o600)
        # Opened here first, so that the worker's own open calls never wait.
        reply_end = os.open(replies, os.O_RDONLY | os.O_NONBLOCK)
        request_end = os.open(requests, os.O_RDWR | os.O_NONBLOCK)
        reply_bytes = int(limits.reply_mb * 2**20)
        deadline = time.monotonic() + CONTROL_SECONDS
        try:
            self._control.send(
                {
                    "op": "fork", "requests": str(requests), "replies": str(replies), "scratch": str(scratch),
                    "reply_bytes": reply_bytes, "output_bytes": int(limits.output_kb * 1024),
                },
                deadline,
            )
            pid = self._control.receive(deadline)["pid"]
        except BaseException:
            os.close(reply_end)
            os.close(request_end)
            raise
        finally:
            requests.unlink(missing_ok=True)
            replies.unlink(missing_ok=True)
        channel = Channel(request_end, reply_end, limit=reply_bytes)
        try:
            _set_limits(pid, limits)
        except (OSError, IndexError) as error:  # the child is gone, and with it perhaps the worker
            channel.close()
            raise ChannelClosed from error
        return Child(pid, channel, scratch, limits, self._end)

    def _end(self, pid: int) -> ChildEnd:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        if self._control is None:
            return ChildEnd(signal.SIGKILL, 0.0, 0)
        deadline = time.monotonic() + CONTROL_SECONDS
        try:
            self._control.send({"op": "end", "pid": pid}, deadline)
            return ChildEnd(**self._control.receive(deadline))
        except (ChannelClosed, ChannelTimeout):
            self.close()
            self._start()
            return ChildEnd(signal.SIGKILL, 0.0, 0, worker_lost=True)


def _set_limits(pid: int, limits: Limits) -> None:
    """Set the child's limits from outside: inside, the system call that could raise them is refused."""
    used = int(Path(f"/proc/{pid}/statm").read_text().split()[0]) * resource.getpagesize()
    for kind, value in (
        (resource.RLIMIT_AS, used + limits.memory_mb * 2**20),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, limits.file_mb * 2**20),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.prlimit(pid, kind, (int(value), int(value)))

"""Notes what an honest notebook does not do, for the instructor; part of the worker, layer 0."""

from __future__ import annotations

import os
import sys
from typing import Any, ClassVar

# Where notebooks of other services find their data: first cells that come with them look there. And what libraries
# read to know the machine.
_OF_NOTEBOOKS = ("/kaggle/", "/content/", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/etc/os-release")


class Watch:
    """An audit hook that notes what an honest notebook does not do; the kernel refuses it all the same."""

    _WATCHED: ClassVar = {
        "socket.connect": "opened a network connection",
        "socket.getaddrinfo": "looked up a host name",
        "socket.gethostbyname": "looked up a host name",
        "socket.gethostbyaddr": "looked up a host name",
        "socket.getnameinfo": "looked up a host name",
        "socket.sendto": "opened a network connection",
        "socket.bind": "opened a network connection",
        "os.kill": "sent a signal to a process",
        "os.killpg": "sent a signal to a process",
        "os.fork": "started another process",
        "os.forkpty": "started another process",
        "os.posix_spawn": "started another process",
        "os.exec": "started another program",
        "os.system": "ran a shell command",
        "subprocess.Popen": "started another program",
        "pty.spawn": "started another process",
        "sqlite3.connect": "opened a database",
        "ctypes.cdata": "reached into memory through ctypes",
    }
    _MOST = 20

    def __init__(self, scratch: str) -> None:
        self._scratch = scratch
        # The worker's own modules hold nothing hidden, and Python reads them for the lines of a traceback:
        # so does torch.manual_seed, which notes where it was called.
        own = os.path.dirname(__file__)  # noqa: PTH120  (text is what is compared)
        pythons = {sys.prefix, sys.base_prefix}
        pythons |= {os.path.realpath(prefix) for prefix in pythons}  # a library may know itself by another path
        self._allowed = tuple(
            {*pythons, "/usr", "/lib", "/dev/null", "/dev/urandom", own, scratch, *_OF_NOTEBOOKS}
        )
        self._searched = frozenset(sys.path) | {os.path.dirname(own)}  # noqa: PTH120
        self._seen: list[str] = []

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        """Note `event` if it is one that honest notebooks do not cause."""
        if len(self._seen) >= self._MOST:
            return
        if event == "open" or event in ("os.listdir", "os.scandir"):
            # an import lists the folders that are searched, once a notebook has written a module
            if not isinstance(args[0], str) or args[0] not in self._searched or event == "open":
                self._note_path(args[0])
        elif event == "sqlite3.connect" and args[0] == ":memory:":
            return
        elif what := self._WATCHED.get(event):
            self._note(what)

    def _note_path(self, path: Any) -> None:  # noqa: ANN401
        if isinstance(path, bytes):
            path = os.fsdecode(path)
        if not isinstance(path, str) or path.startswith("<"):
            return
        full = os.path.normpath(os.path.join(self._scratch, path))  # noqa: PTH118  (pathlib would audit again)
        if not f"{full}/".startswith(self._allowed):
            self._note("tried to open " + "".join(c if c.isprintable() else "?" for c in full[:120]))

    def _note(self, sentence: str) -> None:
        if sentence not in self._seen:
            self._seen.append(sentence)

    def take(self) -> list[str]:
        """Return what was noted since the last call."""
        seen, self._seen = self._seen, []
        return seen

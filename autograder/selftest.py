"""Try each protection from inside before anything is graded, and refuse where one does not hold.

That a kernel knows Landlock does not show that student code is confined: a container may pass a call through
without effect. So the first child of each worker tries what no student's code may do.
"""

from __future__ import annotations

import os
import resource
import socket
import tempfile
from pathlib import Path

from autograder.errors import IsolationUnavailable
from autograder.model import Outcome
from autograder.sandbox import Sandbox
from autograder.session import Session
from autograder.settings import Isolation, Limits

_LIMITS = Limits(call_seconds=20, total_seconds=60, memory_mb=256, file_mb=1, open_files=64)
_COUNTED = (
    resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE, resource.RLIMIT_CORE,
)
# Each attempt raises where the protection holds, and returns where it was got past.
_ATTEMPTS = '''
def probe(student, file, folder, grader, port, service):
    import ctypes
    import os
    import resource
    import socket
    import struct

    lib = ctypes.CDLL(None, use_errno=True)

    def capabilities():
        header, sets = struct.pack("Ii", 0x20080522, 0), ctypes.create_string_buffer(24)
        if lib.capget(header, sets) != 0 or not any(sets.raw):
            raise PermissionError

    def refused(result):
        if result in (-1, ctypes.c_ulong(-1).value):
            raise PermissionError(ctypes.get_errno())

    def fork():
        if os.fork() == 0:
            os._exit(0)

    def large_file():
        with open("large", "wb") as file:
            file.write(bytes(2**21))

    attempts = {
        "no reading outside the scratch folder": [lambda: open(file).read(), lambda: os.listdir(folder)],
        "no change of modes and times outside the scratch folder": [
            lambda: os.chmod(file, 0o777), lambda: os.utime(file),
        ],
        "no writing outside the scratch folder": [
            lambda: open(file, "a"), lambda: os.mkdir(folder + "/made"), lambda: os.remove(file),
        ],
        "no network": [
            lambda: socket.create_connection(("127.0.0.1", port), timeout=2),
            lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", port)),
            lambda: socket.socket(socket.AF_UNIX).connect(service),
        ],
        "no signal to another process": [lambda: os.kill(grader, 0), lambda: os.kill(os.getppid(), 0)],
        "no look into another process": [
            lambda: open(f"/proc/{grader}/environ", "rb").read(),
            lambda: open(f"/proc/{os.getppid()}/mem", "rb").read(1),
            lambda: refused(lib.ptrace(0x4206, os.getppid(), 0, 0)),
        ],
        "no further process": [fork],
        "no raising of limits": [
            lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096)),
            lambda: resource.setrlimit(resource.RLIMIT_AS, (-1, -1)),
        ],
        "a limit on memory": [lambda: bytearray(512 * 2**20)],
        "a limit on the size of files": [large_file],
        "a limit on open files": [lambda: [open("many", "wb") for _ in range(100)]],
        "no capabilities": [capabilities],
    }
    got_past = []
    for name, ways in attempts.items():
        for way in ways:
            try:
                way()
            except (OSError, MemoryError, ValueError):
                continue
            got_past.append(name)
    return got_past
'''


def require_confinement(sandbox: Sandbox) -> None:
    """Raise IsolationUnavailable, naming each protection that does not hold; `--isolation none` has none to try."""
    if sandbox.isolation is Isolation.NONE:
        return
    missing = broken_protections(sandbox)
    if missing:
        raise IsolationUnavailable(
            "The sandbox does not hold on this machine. Tried from inside and not kept: " + "; ".join(missing) + ". "
            "Nothing was graded. Grade on another machine, outside the container or virtual machine that undoes it, "
            "or accept no isolation at all with --isolation none.",
            missing=missing,
        )


def broken_protections(sandbox: Sandbox) -> tuple[str, ...]:
    """Try every protection from inside one child and name those that did not hold."""
    with tempfile.TemporaryDirectory(prefix="autograder-outside-") as folder:
        file = Path(folder) / "outside.txt"
        file.write_text("outside")
        with (
            socket.create_server(("127.0.0.1", 0)) as server,
            socket.socket(socket.AF_UNIX) as service,
            Session(sandbox, (), _LIMITS) as session,
        ):
            service.bind(f"{folder}/s")
            service.listen()
            reply = session.probe(
                _ATTEMPTS,
                {
                    "file": str(file), "folder": folder, "grader": os.getpid(), "port": server.getsockname()[1],
                    "service": f"{folder}/s",
                },
            )
            unlimited = session.pid and any(
                resource.prlimit(session.pid, kind)[1] == resource.RLIM_INFINITY for kind in _COUNTED
            )
    if reply.outcome is not Outcome.PASSED or not isinstance(reply.value, list):
        why = reply.sentence or (reply.raised.text if reply.raised else "no answer")
        return (f"an answer from the test itself ({why[:200]})",)
    return (*dict.fromkeys(map(str, reply.value)), *(("limits set from outside",) if unlimited else ()))

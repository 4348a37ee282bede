"""A PostgreSQL server of one's own, for one test."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from typed_commands import words_of


def programs():
    """Return the folder with Debian's or anyone's `initdb` and `postgres`; without one the test is skipped."""
    places = [Path(found).resolve().parent for found in [shutil.which("initdb")] if found]
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for place in places:
        if all((place / name).is_file() for name in ("initdb", "postgres", "createdb")):
            return place
    reason = "no PostgreSQL found: install the package postgresql to run the tests that need a server"
    if os.environ.get("FIT_A_LINE_TWICE_REQUIRE_POSTGRES"):
        pytest.fail(reason, pytrace=False)
    return pytest.skip(reason)


def not_root():
    """Return how a command is begun as somebody else, and who that is: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return [], os.geteuid(), os.getegid()
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    who = names.get("postgres") or names["nobody"]
    command = ["setpriv", f"--reuid={who.pw_uid}", f"--regid={who.pw_gid}", "--clear-groups"]
    return command, who.pw_uid, who.pw_gid


@contextmanager
def server():
    """Yield an address, as SQLAlchemy writes it, of an empty database that is gone afterwards."""
    place, (who, uid, gid) = programs(), not_root()
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    try:
        os.chown(folder, uid, gid)
        data, environment = folder / "data", {**os.environ, "LC_ALL": "C.UTF-8"}
        subprocess.run(
            [*who, place / "initdb", "-D", data, "-U", "grader", "--auth=trust", "--encoding=UTF8", "--no-sync"],
            env=environment, cwd=folder, check=True, capture_output=True, timeout=300,
        )
        with (folder / "log").open("w") as log:
            process = subprocess.Popen(
                [
                    *who, place / "postgres", "-D", data, "-p", str(port), "-c", "listen_addresses=127.0.0.1",
                    "-c", f"unix_socket_directories={folder}", "-c", "fsync=off",
                ],
                env=environment, cwd=folder, stdout=log, stderr=subprocess.STDOUT,
            )
        try:
            _wait_for(port, process, folder / "log")
            createdb, *arguments = words_of("createdb", of="book/a-instructor-guide.md")
            subprocess.run(
                [place / createdb, *arguments], check=True, capture_output=True, timeout=60,
                env={**environment, "PGHOST": "127.0.0.1", "PGPORT": str(port), "PGUSER": "grader"},
            )
            yield f"postgresql+psycopg://grader@127.0.0.1:{port}/{arguments[-1]}"
        finally:
            process.send_signal(signal.SIGINT)  # fast shutdown
            process.wait(timeout=60)
    finally:
        shutil.rmtree(folder)


def _wait_for(port, process, log):
    for _ in range(600):
        assert process.poll() is None, log.read_text()
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5):
                break
        except OSError:
            time.sleep(0.1)
    import psycopg

    for _ in range(100):
        try:
            psycopg.connect(f"postgresql://grader@127.0.0.1:{port}/postgres").close()
        except psycopg.OperationalError:  # it listens before it serves
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"the server did not answer:\n{log.read_text()}")

"""Each protection, attacked from inside a cell: what is tried fails, and nothing is left running."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from pathlib import Path

import pytest

from autograder import isolation as isolation_module
from autograder import sandbox as sandbox_module
from autograder.errors import IsolationUnavailable
from autograder.model import Outcome
from autograder.replies import Cell
from autograder.sandbox import Sandbox
from autograder.scratch import remove_abandoned
from autograder.seccomp import number_of
from autograder.session import Session
from autograder.settings import Limits

LIMITS = Limits(cell_seconds=3, call_seconds=3, total_seconds=60)
COURSE = Path(__file__).resolve().parent.parent


def attack(sandbox, source: str, **names):
    """Run `source` in a child; return its cell's run and the flags it raised."""
    given = "".join(f"{name} = {value!r}\n" for name, value in names.items())
    with Session(sandbox, [Cell("attack", given + textwrap.dedent(source))], LIMITS) as session:
        run = session.execute()["attack"]
        return run, session.flags


def assert_refused(run, *errors):
    assert run.outcome is Outcome.RAISED, run
    assert run.error in (errors or ("PermissionError",)), run


@pytest.mark.parametrize(
    "source",
    [
        "import torch\ntorch.manual_seed(1)",
        "import traceback\ntraceback.format_stack()",
        "import warnings\nwarnings.warn('odd', stacklevel=3)",
    ],
)
def test_what_an_honest_notebook_reads_without_knowing_is_not_flagged(sandbox, source):
    run, flags = attack(sandbox, source)
    assert run.outcome is Outcome.PASSED, run
    assert not flags


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd", "/etc/shadow", str(COURSE / "solutions"), str(COURSE / "README.md"), str(COURSE / "autograder"),
        str(Path.home()), "/tmp", "/", "/proc/1/environ", "/proc/self/environ", "/sys/class", "/var/log",
        "/root", "/home",
    ],
)
def test_nothing_outside_can_be_read_and_trying_is_flagged(sandbox, path):
    run, flags = attack(sandbox, "import os\nos.listdir(path) if os.path.isdir(path) else open(path).read()", path=path)
    assert_refused(run, "PermissionError", "FileNotFoundError")
    assert any(path in flag for flag in flags)


def test_a_gradebook_cannot_be_read_or_opened_as_a_database(sandbox, tmp_path):
    gradebook = tmp_path / "gradebook.db"
    gradebook.write_bytes(b"SQLite format 3\0")
    assert_refused(attack(sandbox, "open(path, 'rb').read()", path=str(gradebook))[0])
    run, flags = attack(sandbox, "import sqlite3\nsqlite3.connect(path).execute('select 1')", path=str(gradebook))
    assert_refused(run, "Exception")
    assert "opened a database" in flags


@pytest.mark.parametrize(
    "action",
    [
        "open(path, 'w').write('x')", "os.remove(path)", "os.rename(path, 'mine')", "os.chmod(path, 0o777)",
        "os.chown(path, 0, 0)", "os.utime(path)", "os.truncate(path, 0)", "os.link(path, 'mine')",
        "os.symlink(path, 'mine') or open('mine').read()", "os.setxattr(path, 'user.a', b'b')",
    ],
)
def test_nothing_outside_can_be_changed(sandbox, tmp_path, action):
    file = tmp_path / "marks.csv"
    file.write_text("ada,10")
    before = file.stat()
    run, _ = attack(sandbox, f"import os\n{action}", path=str(file))
    assert_refused(run, "PermissionError", "OSError")
    after = file.stat()
    assert file.read_text() == "ada,10"
    assert (before.st_mode, before.st_uid, before.st_mtime_ns) == (after.st_mode, after.st_uid, after.st_mtime_ns)


def test_a_siblings_scratch_folder_cannot_be_seen(sandbox):
    run, _ = attack(sandbox, "import os\nprint(os.getcwd())\nos.listdir('..')")
    assert_refused(run)
    scratch = Path(run.outputs[0]["text"].strip())
    assert not scratch.exists()


def test_nothing_written_by_one_submission_is_there_for_the_next(sandbox):
    source = """
    import os, pathlib, sys
    for folder in (pathlib.Path.home(), pathlib.Path("/tmp"), pathlib.Path(sys.prefix)):
        for name in ("startup.py", "sitecustomize.py", "x.pth"):
            try:
                (folder / name).write_text("print('here')")
            except OSError:
                pass
    left = sorted(os.listdir("."))
    """
    for _ in range(2):
        cells = [Cell("a", "import os\nbefore = os.listdir('.')"), Cell("b", textwrap.dedent(source))]
        with Session(sandbox, cells, LIMITS) as session:
            session.execute()
            assert session.get("before").value == []


def test_the_environment_holds_nothing_of_the_graders(sandbox, monkeypatch):
    with Session(sandbox, [Cell("a", "import os\nnames = sorted(os.environ)")], LIMITS) as session:
        session.execute()
        names = set(session.get("names").value)
    assert names <= {
        "HOME", "PATH", "LANG", "TZ", "MPLBACKEND", "MPLCONFIGDIR", "PYTHONDONTWRITEBYTECODE", "IPYTHONDIR",
        "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "TMPDIR", "LC_CTYPE",
    } | {name for name in names if name.startswith(("KMP_", "TORCH", "PYTORCH", "TRITON"))}


def test_there_is_no_network_not_even_this_machines_own(sandbox):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        run, flags = attack(
            sandbox, "import socket\nsocket.create_connection(('127.0.0.1', port), timeout=2)", port=port
        )
    assert_refused(run)
    assert "opened a network connection" in flags
    for family in ("SOCK_DGRAM", "SOCK_RAW"):
        assert_refused(attack(sandbox, f"import socket\nsocket.socket(socket.AF_INET, socket.{family})")[0])
    assert_refused(attack(sandbox, "import socket\nsocket.socket().bind(('127.0.0.1', 0))")[0])
    run, flags = attack(sandbox, "import socket\nsocket.getaddrinfo('example.org', 80)")
    assert_refused(run, "OSError")
    assert "looked up a host name" in flags


def test_no_unix_socket_outside_can_be_reached(sandbox, tmp_path):
    for address in (str(tmp_path / "service.sock"), "\0abstract-service"):
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(address)
            server.listen()
            run, _ = attack(
                sandbox, "import socket\nsocket.socket(socket.AF_UNIX).connect(address)", address=address
            )
            assert_refused(run)


def test_no_process_outside_can_be_signalled_traced_or_slowed(sandbox):
    victim = os.getpid()
    for action in (
        "os.kill(victim, 0)", "os.kill(os.getppid(), 9)",
        "os.setpriority(os.PRIO_PROCESS, victim, 19)", "os.sched_setaffinity(victim, {0})",
        "resource.prlimit(victim, resource.RLIMIT_CPU, (1, 1))",
    ):
        run, _ = attack(sandbox, f"import os, resource\n{action}", victim=victim)
        assert_refused(run, "PermissionError", "ProcessLookupError"), action
    # the kernel answers kill(-1) with success when every process was refused: what counts is who lives
    sleeper = subprocess.Popen(["sleep", "60"])
    with sleeper:
        attack(sandbox, "import os\nos.kill(-1, 9)")
        assert sleeper.poll() is None
        sleeper.kill()
    run, _ = attack(
        sandbox,
        "import ctypes\nlib = ctypes.CDLL(None, use_errno=True)\n"
        "assert lib.ptrace(16, victim, 0, 0) == -1\n"
        "assert lib.process_vm_readv(victim, 0, 0, 0, 0, 0) == -1\n"
        "open(f'/proc/{victim}/mem', 'rb')",
        victim=victim,
    )
    assert_refused(run)


def test_limits_cannot_be_raised(sandbox):
    assert_refused(
        attack(sandbox, "import resource\nresource.setrlimit(resource.RLIMIT_AS, (-1, -1))")[0],
        "PermissionError", "ValueError", "OSError",
    )


@pytest.mark.parametrize(
    "action",
    [
        "os.fork()", "os.system('true')", "subprocess.run(['/bin/true'])", "os.posix_spawn('/bin/true', ['true'], {})",
        "multiprocessing.get_context('fork').Process(target=print).start()",
    ],
)
def test_no_process_can_be_started_so_none_can_be_left_behind(sandbox, action):
    run, flags = attack(sandbox, f"import os, subprocess, multiprocessing\nassert {action} in (None, 1)")
    assert run.outcome is Outcome.RAISED
    assert "started" in " ".join(flags) or "shell command" in " ".join(flags)


def test_privileges_cannot_be_used_or_gained(sandbox):
    source = """
    import ctypes, os
    lib = ctypes.CDLL(None, use_errno=True)
    assert lib.mount(b"none", b".", b"tmpfs", 0, 0) == -1
    assert lib.unshare(0x10000000) == -1
    assert lib.chroot(b".") == -1
    assert lib.memfd_create(b"x", 0) == -1
    os.mknod("device", 0o600 | 0o020000, os.makedev(1, 1))
    """
    assert_refused(attack(sandbox, source)[0])


def test_closing_every_descriptor_costs_only_the_attacker(sandbox):
    run, _ = attack(sandbox, "import os\nos.closerange(0, 256)")
    assert run.outcome is Outcome.CRASHED
    assert attack(sandbox, "1 + 1")[0].outcome is Outcome.PASSED


def test_threads_that_outlive_a_cell_end_with_the_submission(sandbox):
    source = """
    import threading
    def spin():
        while True:
            pass
    threading.Thread(target=spin, daemon=True).start()
    """
    with Session(sandbox, [Cell("a", textwrap.dedent(source))], LIMITS) as session:
        session.execute()
        pid = session._child.pid
    assert not Path(f"/proc/{pid}").exists()


def test_a_child_with_more_threads_than_its_limit_is_ended(sandbox):
    source = """
    import threading, time
    threading.stack_size(32768)
    for _ in range(number):
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    """
    for number, outcome in ((20, Outcome.PASSED), (60, Outcome.CRASHED)):
        cell = Cell("a", f"number = {number}\n" + textwrap.dedent(source))
        with Session(sandbox, [cell], replace(LIMITS, threads=40)) as session:
            child = session._start()
            assert session.execute()["a"].outcome is outcome
        assert ("more than 40 threads" in child.excess) == (outcome is Outcome.CRASHED)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_grader_leaves_no_process_behind_and_its_folder_goes_with_the_next(tmp_path, monkeypatch, number):
    script = """
    import sys, time
    from autograder.sandbox import Sandbox
    from autograder.settings import Limits
    with Sandbox() as sandbox:
        child = sandbox.child(Limits())
        print(child.pid, flush=True)
        time.sleep(60)
    """
    grader = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)], stdout=subprocess.PIPE, cwd=COURSE, text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    with grader:
        child = int(grader.stdout.readline())
        (left,) = tmp_path.iterdir()
        remove_abandoned(tmp_path)
        assert (left / "work" / "scratch" / "1").exists()  # it is in use
        grader.send_signal(number)
    ends = time.monotonic() + 10
    while Path(f"/proc/{child}").exists() and time.monotonic() < ends:
        time.sleep(0.05)
    assert not Path(f"/proc/{child}").exists()
    monkeypatch.setattr(sandbox_module.tempfile, "tempdir", str(tmp_path))
    with Sandbox() as sandbox:
        assert list(tmp_path.iterdir()) == [sandbox._home]
    assert list(tmp_path.iterdir()) == []


def test_a_machine_without_a_protection_is_refused_by_name(monkeypatch):
    import sandlock

    monkeypatch.setattr(sandlock, "landlock_abi_version", lambda: 5)
    with pytest.raises(IsolationUnavailable, match=r"signal_scope.*--isolation none"):
        isolation_module.require_isolation()
    monkeypatch.setattr(sandlock, "landlock_abi_version", lambda: -1)
    with pytest.raises(IsolationUnavailable, match="Landlock"):
        isolation_module.require_isolation()
    monkeypatch.setattr(isolation_module.platform, "system", lambda: "Darwin")
    with pytest.raises(IsolationUnavailable, match="Darwin"):
        isolation_module.require_isolation()


def in_a_grader(source, tmp_path, *before):
    """Run `source` in a grader of its own, whose temporary folder is `tmp_path`; return what it prints."""
    ended = subprocess.run(
        [*before, sys.executable, "-c", textwrap.dedent(source)], cwd=COURSE, text=True, capture_output=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@pytest.mark.skipif(
    os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="needs root and setpriv, to take from a grader what an ordinary user never has",
)
def test_files_hidden_from_an_ordinary_user_are_counted_and_removed(tmp_path):
    cell = """
import os
hide()
os.makedirs("d/e/f")
for i in range(500):
    open(f"d/{i}", "w").close()
for i in range(8):
    open(f"d/e/f/large{i}", "wb").write(bytes(10 * 2**20))
os.symlink("/usr", "d/link")
"""
    source = f"""
    import os
    from autograder.replies import Cell
    from autograder.sandbox import Sandbox
    from autograder.session import Session
    from autograder.settings import Limits
    with Sandbox() as sandbox:
        for hiding in ("os.mkdir('d', 0o300)", "(os.umask(0o400), os.mkdir('d'))"):
            cell = Cell("a", {cell!r}.replace("hide()", hiding))
            with Session(sandbox, [cell], Limits(scratch_mb=20, scratch_files=100)) as session:
                run = session.execute()["a"]
            print(run.outcome.name, "files and was stopped" in run.sentence)
            print(os.listdir(sandbox._home / "work" / "scratch"))
    """
    without = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
    assert in_a_grader(source, tmp_path, *without).splitlines() == ["CRASHED True", "[]"] * 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["d", "d" * 200])
def test_a_folder_of_any_depth_is_removed_and_counted(sandbox, name):
    source = f"import os\nfor _ in range(1500):\n    os.mkdir({name!r})\n    os.chdir({name!r})\nopen('f', 'w')"
    run, _ = attack(sandbox, source)
    assert run.outcome is Outcome.PASSED if name == "d" else Outcome.CRASHED
    assert list((sandbox._home / "work" / "scratch").iterdir()) == []


def test_a_sandbox_that_cannot_start_leaves_no_folder(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise OSError("no more processes")

    monkeypatch.setattr(sandbox_module.tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(sandbox_module.subprocess, "Popen", refuse)
    with pytest.raises(OSError, match="no more processes"), Sandbox():
        pass
    assert list(tmp_path.iterdir()) == []


FILTER = """
import ctypes, struct
libc = ctypes.CDLL(None)
steps = [(0x20, 0, 0, 0), (0x15, 0, 1, openat), (0x06, 0, 0, 0x80000000), (0x06, 0, 0, 0x7FFF0000)]
program = b"".join(struct.pack("HBBI", *step) for step in steps)
code = ctypes.create_string_buffer(program, len(program))
head = struct.pack("HP", 4, ctypes.addressof(code))
libc.prctl(38, 1, 0, 0, 0)
"""
EACH_DESCRIPTOR = """
import fcntl, os
for descriptor in (os.open(".", os.O_RDONLY), *range(3, 64)):
    for command, value in commands:
        try:
            fcntl.fcntl(descriptor, command, value)
        except OSError:
            pass
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(FILTER + "libc.prctl(22, ctypes.c_ulong(2), head)", "open('mine', 'w').close()", id="filter"),
        pytest.param(FILTER + "libc.syscall(seccomp, 1, 0, head)", "open('mine', 'w').close()", id="filter, anew"),
        pytest.param("commands = [(fcntl.F_SETFL, os.O_NONBLOCK)]", "print('x' * 300_000)", id="pipe does not wait"),
        pytest.param(
            "commands = [(fcntl.F_SETFL, os.O_NONBLOCK), (1031, 4096)]", "print('x' * 60_000)", id="narrow pipe"
        ),
        pytest.param(
            "commands = [(8, os.getpid()), (10, 11), (fcntl.F_SETFL, os.O_ASYNC)]", "pass", id="signal for each request"
        ),
        pytest.param("commands = [(1026, 0x80000004)]", "open('mine', 'w').close()", id="signal for each file"),
        pytest.param("os.umask(0o777)", "open('mine', 'w').close(); open('mine').close()", id="mask of modes"),
    ],
)
def test_what_a_cell_sets_for_later_strikes_no_later_cell(sandbox, first, second):
    numbers = f"openat, seccomp = {number_of('openat')}, {number_of('seccomp')}\nimport fcntl, os\n"
    loop = EACH_DESCRIPTOR if first.startswith("commands") else ""
    with Session(sandbox, [Cell("first", numbers + first + loop), Cell("second", second)], LIMITS) as session:
        runs = session.execute()
    assert {key: run.outcome for key, run in runs.items()} == dict.fromkeys(("first", "second"), Outcome.PASSED)

"""The filter of system calls: what a child may not ask the kernel for, whoever asks and however."""

from __future__ import annotations

import ctypes
import os
import textwrap

import pytest

from autograder import seccomp
from autograder.model import Outcome
from autograder.replies import Cell
from autograder.session import Session
from autograder.settings import Limits

LIMITS = Limits(cell_seconds=5, total_seconds=60)
EPERM = 1


def run(sandbox, source):
    with Session(sandbox, [Cell("a", textwrap.dedent(source))], LIMITS) as session:
        return session.execute()["a"], session


def test_every_name_of_the_list_is_a_system_call_of_some_processor():
    unknown = {name for name in seccomp.DENIED if seccomp.number_of(name) is None}
    if os.uname().machine == "x86_64":
        assert unknown == set()
    assert len(set(seccomp.DENIED)) == len(seccomp.DENIED)


def test_every_call_of_the_list_is_refused_in_a_child(sandbox):
    numbers = {name: seccomp.number_of(name) for name in seccomp.DENIED}
    source = f"""
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.argtypes = [ctypes.c_long] * 7
    answers = {{}}
    for name, number in {numbers!r}.items():
        ctypes.set_errno(0)
        answers[name] = (libc.syscall(number, -1, 0, 0, 0, 0, 0), ctypes.get_errno())
    """
    with Session(sandbox, [Cell("a", textwrap.dedent(source))], LIMITS) as session:
        assert session.execute()["a"].outcome is Outcome.PASSED
        answers = session.get("answers").value
    assert {name: answer for name, answer in answers.items() if answer != (-1, EPERM)} == {}


@pytest.mark.parametrize(
    ("call", "arguments"),
    [
        ("clone", (17, 0)),  # SIGCHLD: a process
        ("clone", (0x10000 | 0x20000000, 0)),  # a thread in a namespace of its own
        ("socket", (16, 3, 0)), ("socket", (17, 3, 0)), ("socket", (1, 1, 0)), ("socket", (2, 2, 0)),
        ("socket", (2, 0x80002, 0)), ("socket", (10, 3, 0)), ("socketpair", (1, 2, 0)),
        ("sendto", (0, 0, 0, 0, 1, 0)), ("sendto", (0, 0, 0, 0, 1 << 32, 0)),
        ("prctl", (1, 0)), ("prctl", (4, 1)), ("ioctl", (0, 0x5412)), ("ioctl", (0, 0x8912)), ("ioctl", (0, 0x8901)),
        ("prctl", (22, 2, 0)), ("prctl", (26, 2)), ("prctl", (29, 10**10)), ("prctl", (59, 1, 0, 0, 0)),
        ("fcntl", (0, 8, 1)), ("fcntl", (0, 10, 11)), ("fcntl", (0, 1026, 1)), ("fcntl", (0, 1031, 4096)),
        pytest.param("arch_prctl", (0x1012, 0), marks=pytest.mark.skipif(
            os.uname().machine != "x86_64", reason="no other processor has this call"
        )),
    ],
)
def test_a_call_is_refused_by_its_arguments(sandbox, call, arguments):
    source = f"""
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    answer = libc.syscall({seccomp.number_of(call)}, *map(ctypes.c_long, {arguments!r})), ctypes.get_errno()
    """
    with Session(sandbox, [Cell("a", textwrap.dedent(source))], LIMITS) as session:
        assert session.execute()["a"].outcome is Outcome.PASSED
        assert session.get("answer").value == (-1, EPERM)


def test_the_newer_clone_is_not_there_so_that_no_race_can_hide_its_arguments(sandbox):
    source = f"""
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    answer = libc.syscall({seccomp.number_of("clone3")}, 0, 0), ctypes.get_errno()
    """
    with Session(sandbox, [Cell("a", textwrap.dedent(source))], LIMITS) as session:
        session.execute()
        assert session.get("answer").value == (-1, 38)  # ENOSYS


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="only x86_64 has a second table of system calls")
def test_the_second_table_of_system_calls_ends_the_child(sandbox):
    outcome, _ = run(sandbox, "import ctypes\nctypes.CDLL(None).syscall(0x40000000 + 57)")
    assert outcome.outcome is Outcome.CRASHED


@pytest.mark.parametrize(
    "source",
    [
        "import threading\nt = threading.Thread(target=print)\nt.start()\nt.join()",
        "import asyncio\nasync def f():\n    await asyncio.sleep(0)\nasyncio.run(f())",
        "import asyncio\nawait asyncio.sleep(0)",
        "import socket\na, b = socket.socketpair()\na.send(b'x')\nassert b.recv(1) == b'x'",
        "from concurrent.futures import ThreadPoolExecutor as Pool\nwith Pool(2) as p:\n    list(p.map(abs, [1]))",
        "import torch\ntorch.set_num_threads(2)\ntorch.ones(300, 300) @ torch.ones(300, 300)",
        "import torch\nmodel = torch.nn.Linear(2, 1)\ntorch.save(model.state_dict(), 'm.pt')\ntorch.load('m.pt')",
        "import tempfile\nwith tempfile.TemporaryDirectory() as d:\n    open(d + '/a', 'w').write('x')",
        "import numpy as np\nnp.save('a.npy', np.ones(3))\nnp.load('a.npy', mmap_mode='r').sum()",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.savefig('a.pdf')\nplt.show()",
        "import fcntl, os\na, b = os.pipe()\nfcntl.fcntl(a, fcntl.F_SETFL, os.O_NONBLOCK)\nfcntl.fcntl(a, 1032)",
        "import ctypes\nassert ctypes.CDLL(None).prctl(15, b'mine') == 0",
        "import signal\nsignal.setitimer(signal.ITIMER_REAL, 9)\nsignal.alarm(0)",
        "import scipy.sparse, scipy.integrate, scipy.signal, scipy.interpolate",
    ],
)
def test_what_honest_notebooks_do_is_allowed(sandbox, source):
    outcome, session = run(sandbox, source)
    assert outcome.outcome is Outcome.PASSED, outcome
    assert session.flags == ()


def test_a_processor_that_is_not_known_is_refused_by_name(monkeypatch):
    monkeypatch.setattr(seccomp.platform, "machine", lambda: "s390x")
    with pytest.raises(seccomp.UnknownMachine, match="s390x"):
        seccomp.child_filter()


def test_the_filter_fits_what_a_kernel_takes():
    assert len(seccomp.child_filter()) % 8 == 0
    assert len(seccomp.child_filter()) // 8 < 4096
    assert ctypes.sizeof(ctypes.c_void_p) == 8

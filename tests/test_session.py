"""A cell or a call that hangs, dies or starves costs itself alone, with a sentence."""

from __future__ import annotations

import textwrap
import time
from types import SimpleNamespace

import numpy as np
import pytest

from autograder import patience as patience_module
from autograder.child import Activity
from autograder.model import Outcome
from autograder.patience import Patience
from autograder.protocol import Opaque, TensorValue
from autograder.replies import Cell
from autograder.session import Session
from autograder.settings import Limits

LIMITS = Limits(cell_seconds=2, call_seconds=2, total_seconds=60, memory_mb=600, scratch_mb=20, scratch_files=50)

TOOLS = """
import os, sys
import time

import numpy as np

def double(x):
    return 2 * x

def spoil(x):
    x[0] = 99.0

def leave():
    sys.exit(3)

def die():
    os._exit(0)

def hang():
    while True:
        pass

def hang_unstoppably():
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass

def starve():
    return bytearray(10**11)

def starve_numpy():
    return np.ones(10**10)

def starve_torch():
    import torch
    return torch.ones(10**10)

def segfault():
    import ctypes
    ctypes.string_at(0)

def interrupt():
    raise KeyboardInterrupt

def fill_disk():
    for i in range(10_000):
        with open(f"file{i}", "wb") as file:
            file.write(b"x" * 10**6)

def many_files():
    for i in range(10_000):
        open(f"file{i}", "wb").close()

def large_file():
    with open("large", "wb") as file:
        file.write(b"x" * 40_000_000)

def many_threads():
    import threading, time
    threads = [threading.Thread(target=time.sleep, args=(60,)) for _ in range(5000)]
    for thread in threads:
        thread.start()
    return 1

def ask():
    return input("?")

def shout():
    print("x" * 10**7)
    return 1

class Quiet(BaseException):
    def __str__(self):
        raise RuntimeError

def raise_quietly():
    raise Quiet

def own_error():
    class TooFewPoints(ValueError):
        pass
    raise TooFewPoints("secret 3.14")

def generate():
    yield 1

def tensor():
    import torch
    return torch.ones(2, requires_grad=True)

def nested():
    value = []
    for _ in range(1000):
        value = [value]
    return value

def huge():
    return np.zeros(10**8, dtype="u1")
"""


@pytest.fixture(scope="module")
def session(sandbox):
    with Session(sandbox, [Cell("tools", TOOLS)], LIMITS) as running:
        running.execute()
        yield running


def test_values_go_in_and_come_out(session):
    reply = session.call("double", [np.arange(3.0)], {})
    assert reply.outcome is Outcome.PASSED
    assert reply.value.tolist() == [0.0, 2.0, 4.0]


def test_arguments_can_be_looked_at_afterwards_and_are_copies(session):
    mine = np.zeros(2)
    reply = session.call("spoil", [mine], {}, echo=True)
    assert reply.after[0].tolist() == [99.0, 0.0]
    assert mine.tolist() == [0.0, 0.0]


def test_a_tensor_goes_in_as_a_tensor_and_comes_out_as_data(session):
    assert isinstance(session.call("tensor", [], {}).value, TensorValue)
    source = "def probe(student, x):\n    import torch\n    return isinstance(x, torch.Tensor)"
    reply = session.probe(source, {"x": TensorValue(np.ones(2))})
    assert reply.value is True


def test_what_has_no_plain_form_is_opaque(session):
    assert session.call("generate", [], {}).value == Opaque("generator")


def test_a_probe_sees_the_notebooks_names_and_a_missing_one_is_a_name_error(session):
    source = "def probe(student, n):\n    return [student.double(i) for i in range(n)]"
    assert session.probe(source, {"n": 3}).value == [0, 2, 4]
    missing = session.probe("def probe(student):\n    return student.nothing", {})
    assert missing.raised is not None
    assert missing.raised.bases[0] == "NameError"


@pytest.mark.parametrize(
    ("name", "outcome", "says"),
    [
        ("leave", Outcome.RAISED, ""),
        ("interrupt", Outcome.RAISED, ""),
        ("raise_quietly", Outcome.RAISED, ""),
        ("own_error", Outcome.RAISED, ""),
        ("ask", Outcome.RAISED, ""),
        ("die", Outcome.CRASHED, "ended the Python process"),
        ("segfault", Outcome.CRASHED, "segmentation fault"),
        ("hang", Outcome.TIMED_OUT, "still running after 2 s"),
        ("hang_unstoppably", Outcome.TIMED_OUT, "still running after 2 s"),
        ("starve", Outcome.OUT_OF_MEMORY, "more memory than the 600 MiB"),
        ("starve_numpy", Outcome.OUT_OF_MEMORY, "more memory than the 600 MiB"),
        ("starve_torch", Outcome.OUT_OF_MEMORY, "more memory than the 600 MiB"),
        ("fill_disk", Outcome.CRASHED, "wrote more than 20 MiB"),
        ("many_files", Outcome.CRASHED, "50 files"),
        ("large_file", Outcome.CRASHED, ""),
        ("many_threads", Outcome.RAISED, ""),
        ("nested", Outcome.FAILED, "nested too deep"),
        ("huge", Outcome.FAILED, "more than 32 MiB"),
        ("shout", Outcome.PASSED, ""),
    ],
)
def test_a_bad_call_costs_itself_alone(session, name, outcome, says):
    reply = session.call(name, [], {})
    assert reply.outcome is outcome, reply
    assert says in reply.sentence
    assert session.call("double", [21], {}).value == 42


def test_an_exception_travels_by_its_builtin_kinds(session):
    raised = session.call("own_error", [], {}).raised
    assert raised is not None
    assert raised.own == ""
    assert raised.bases[0] == "ValueError"


def test_deadly_cells_are_left_out_and_the_others_run(sandbox):
    cells = [
        Cell("before", "a = 1"),
        Cell("loop", "while True: pass"),
        Cell("exit", "import os; os._exit(0)"),
        Cell("kill", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"),
        Cell("error", "1 / 0"),
        Cell("syntax", "def broken(:"),
        Cell("sys_exit", "import sys; sys.exit()"),
        Cell("after", "b = a + 1\nprint(b)"),
    ]
    with Session(sandbox, cells, LIMITS) as session:
        runs = session.execute()
        assert session.get("b").value == 2
    outcomes = {key: run.outcome.value for key, run in runs.items()}
    assert outcomes == {
        "before": "passed", "loop": "timed_out", "exit": "crashed", "kill": "crashed", "error": "raised",
        "syntax": "raised", "sys_exit": "raised", "after": "passed",
    }
    assert runs["after"].outputs[0]["text"] == "2\n"
    assert runs["syntax"].error == "SyntaxError"


@pytest.mark.parametrize(
    "source",
    [
        "import asyncio\nawait asyncio.sleep(0)\nx = 1",
        "import asyncio\nasync def main():\n    return 1\nx = asyncio.run(main())",
        "import warnings\nwarnings.warn('careful')\nx = 1",
        "import logging\nlogging.error('logged')\nx = 1",
        "import os\nos.chdir('/')\nx = 1",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nplt.close('all')\nx = 1",
        "import sys\nsys.stdout.close()\nprint('still here')\nx = 1",
        "%matplotlib inline\n%time x = 1",
        "!pip install numpy\nx = 1",
        "from pathlib import Path\nPath('notes.txt').write_text('mine')\nx = len(Path('notes.txt').read_text()) - 3",
    ],
)
def test_honest_notebooks_may_do_unusual_things(sandbox, source):
    with Session(sandbox, [Cell("one", source)], LIMITS) as session:
        run = session.execute()["one"]
        assert run.outcome is Outcome.PASSED, run
        assert session.get("x").value == 1


def test_figures_and_values_are_kept_as_rich_outputs(sandbox):
    source = "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nax.plot([1, 2])\nprint('hello')\n41 + 1"
    with Session(sandbox, [Cell("one", source)], LIMITS) as session:
        outputs = session.execute()["one"].outputs
    kinds = [output["output_type"] for output in outputs]
    assert kinds == ["stream", "execute_result", "display_data"]
    assert outputs[1]["data"]["text/plain"] == "42"
    assert outputs[2]["data"]["image/png"].startswith("iVBOR")


def test_endless_printing_is_cut(sandbox):
    limits = Limits(cell_seconds=2, output_kb=10)
    with Session(sandbox, [Cell("one", "print('x' * 10**6)\nprint('y' * 10**6)")], limits) as session:
        text = session.execute()["one"].outputs[0]["text"]
    assert len(text) < 11_000
    assert "the rest of this output was cut" in text


def test_the_budget_of_a_whole_submission_is_kept(sandbox):
    limits = Limits(cell_seconds=1, total_seconds=2.5)
    cells = [Cell(str(i), "import time; time.sleep(0.9)") for i in range(10)]
    with Session(sandbox, cells, limits) as session:
        runs = session.execute()
        assert session.get("time").outcome is Outcome.TIMED_OUT
    assert [run.outcome for run in runs.values()].count(Outcome.PASSED) == 2
    assert runs["9"].outcome is Outcome.TIMED_OUT


def test_garbage_on_the_reply_pipe_is_no_value_and_is_flagged(sandbox):
    source = """
import os
def forge():
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, b"\\x00\\x00\\x00\\x05hello")
        except OSError:
            pass
    return 1
"""
    with Session(sandbox, [Cell("one", source)], LIMITS) as session:
        session.execute()
        assert session.call("forge", [], {}).outcome is Outcome.CRASHED
        assert "wrote to the grader's reply pipe" in session.flags


def test_a_reply_to_another_request_is_no_value(sandbox):
    source = """
import os, msgpack, struct
def forge():
    body = msgpack.packb({"id": 10**6, "kind": "value", "value": 1.0, "seen": []})
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, struct.pack(">I", len(body)) + body)
        except OSError:
            pass
    return 1
"""
    with Session(sandbox, [Cell("one", source)], LIMITS) as session:
        session.execute()
        assert session.call("forge", [], {}).outcome is Outcome.CRASHED


class FakeChild:
    """A child whose processor time and state are what a test says."""

    def __init__(self, *, runnable, share):
        self.runnable, self.share, self.began = runnable, share, time.monotonic()

    def activity(self):
        return Activity(self.runnable, (time.monotonic() - self.began) * self.share)


@pytest.mark.parametrize(
    ("runnable", "share", "stopped_early"), [(True, 1.0, True), (False, 0.0, True), (True, 0.1, False)],
    ids=["computing", "sleeping", "kept waiting by a busy machine"],
)
def test_only_a_child_that_is_kept_waiting_gets_more_time(runnable, share, stopped_early):
    patience = Patience(FakeChild(runnable=runnable, share=share), 0.2, time.monotonic() + 60)
    ends = time.monotonic() + 0.4
    over = False
    while time.monotonic() < ends and not over:
        over = patience.is_over()
        time.sleep(0.01)
    assert over == stopped_early


class Clock:
    """A clock that a test moves, in place of the one that patience reads."""

    def __init__(self):
        self.now = 0.0

    def monotonic(self):
        return self.now


def seconds_used(monkeypatch, *, runnable, share, looks):
    """Say what a reply cost that came after so many looks, a second apart, from a child with that share of a core."""
    clock = Clock()
    monkeypatch.setattr(patience_module, "time", clock)
    child = SimpleNamespace(activity=lambda: Activity(runnable, clock.now * share))
    patience = Patience(child, 100, ends_at=1000)
    for _ in range(looks):
        clock.now += 1
        patience.is_over()
    return patience.seconds_used()


@pytest.mark.parametrize(
    ("runnable", "share", "wanted"), [(True, 1.0, 20), (False, 0.0, 20), (True, 0.5, 10.5), (True, 0.0, 20 / 6)],
    ids=["computing", "sleeping", "half of a processor", "nothing of it"],
)
def test_what_a_call_cost_is_what_a_busy_machine_let_it_have(monkeypatch, runnable, share, wanted):
    # the second before the first look counts whole: nobody knows what became of it
    assert seconds_used(monkeypatch, runnable=runnable, share=share, looks=20) == pytest.approx(wanted)


def test_a_reply_that_comes_before_the_first_look_cost_its_wall_time(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(patience_module, "time", clock)
    patience = Patience(SimpleNamespace(), 100, ends_at=1000)
    clock.now = 0.25
    assert patience.seconds_used() == 0.25


def test_an_added_cell_that_takes_long_is_not_run_again_after_a_call_has_ended_its_child(sandbox):
    cells = [
        Cell("slow", "import time\ntime.sleep(0.7)\nslow = 1", added=True),
        Cell("quick", "quick = 2", added=True),
        Cell("answer", "import os, time\ntime.sleep(0.7)\ndef end():\n    os._exit(1)"),
    ]
    with Session(sandbox, cells, LIMITS) as session:
        session.execute()
        assert (session.get("slow").value, session.shortened) == (1, False)
        assert session.call("end", [], {}).outcome is Outcome.CRASHED
        assert session.get("quick").value == 2
        assert session.get("slow").outcome is Outcome.RAISED
        assert session.call("end", [], {}).outcome is Outcome.CRASHED  # an answer runs again, however long it takes
        assert session.shortened


def test_files_that_cells_left_cost_no_new_child_and_those_that_a_call_left_do(sandbox):
    source = """
    import os
    def write(name, count):
        for i in range(count):
            open(f"{name}{i}", "w").close()
    """
    pid = "import os\ndef pid():\n    return os.getpid()"
    for cell, kept in ("write('cell', 30)", True), ("pass", False):
        cells = [Cell("tools", textwrap.dedent(source)), Cell("pid", pid), Cell("files", cell)]
        with Session(sandbox, cells, LIMITS) as session:
            session.execute()
            before = session.call("pid", [], {}).value
            if not kept:
                session.call("write", ["call", 30], {})
            session.clear_away()
            assert (session.call("pid", [], {}).value == before) is kept

"""Whatever bytes come back from the sandbox end in a value or in a reason, and every plain value makes the trip.

Hypothesis chooses the bytes and the values: a few hundred of each in `make test`, ten thousand in `make test-long`.
"""

from __future__ import annotations

import contextlib
import math
import os
import struct
import threading
import time
from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder import session as session_module
from autograder.channel import Channel, ChannelTimeout
from autograder.child import Activity, ChildEnd
from autograder.model import Outcome
from autograder.protocol import (
    HEADER,
    MAX_ALL_ITEMS,
    MAX_ITEMS,
    Opaque,
    ProtocolError,
    TensorValue,
    decode,
    encode,
    frame,
    unframe,
)
from autograder.replies import Cell, CellRun
from autograder.session import Session
from autograder.settings import Limits
from autograder.student import ExerciseClock, Student, StudentRaised, StudentStopped
from autograder.worker import read_frame

pytestmark = pytest.mark.fuzz

LIMIT = 1 << 24


# Values


plain_scalars = (
    st.none() | st.booleans() | st.floats() | st.complex_numbers()
    | st.integers() | st.integers(-(10**900), 10**900) | st.sampled_from([2**63, -(2**63) - 1, 2**64, 10**899, -0.0])
    | st.text() | st.text(st.characters(categories=["Cs", "Cc", "Co", "Lo"]), max_size=5)
)
dtypes = st.sampled_from([
    "bool", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16", ">f8", ">i4", ">c8",
])
arrays = hnp.arrays(dtypes, hnp.array_shapes(min_dims=0, max_dims=5, min_side=0, max_side=3))
numpy_scalars = hnp.arrays(dtypes, ()).map(lambda array: array[()])
tensors = st.builds(
    lambda array, tracked: torch.from_numpy(array).requires_grad_(tracked and array.dtype.kind in "fc"),
    hnp.arrays(st.sampled_from(["bool", "i1", "i8", "u1", "f2", "f4", "f8", "c8", "c16"]),
               hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3)),
    st.booleans(),
)
keys = st.recursive(plain_scalars | numpy_scalars, lambda inner: st.tuples(inner, inner), max_leaves=3)
values = st.recursive(
    plain_scalars | numpy_scalars | arrays | tensors,
    lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


def same(sent, arrived):
    """Whether a value is what was sent: type, dtype, shape, sign of zero and NaN included."""
    if isinstance(sent, torch.Tensor):
        if not isinstance(arrived, torch.Tensor | TensorValue):
            return False
        array = arrived.array if isinstance(arrived, TensorValue) else arrived.detach().numpy()
        return arrived.requires_grad == sent.requires_grad and same(sent.detach().numpy(), array)
    if isinstance(sent, np.ndarray | np.generic):
        little = sent.dtype.newbyteorder("<") if sent.dtype.byteorder == ">" else sent.dtype
        return (
            isinstance(arrived, np.generic if isinstance(sent, np.generic) else np.ndarray)
            and (arrived.dtype, arrived.shape) == (little, sent.shape)
            and np.asarray(arrived).tobytes() == np.asarray(sent).astype(little).tobytes()
        )
    if isinstance(sent, str):
        return arrived == sent.encode("utf-8", "replace").decode()
    if type(sent) is not type(arrived):
        return False
    if isinstance(sent, float):
        return (math.isnan(sent) and math.isnan(arrived)) or struct.pack("d", sent) == struct.pack("d", arrived)
    if isinstance(sent, complex):
        return same(sent.real, arrived.real) and same(sent.imag, arrived.imag)
    if isinstance(sent, list | tuple):
        return len(sent) == len(arrived) and all(map(same, sent, arrived))
    if isinstance(sent, dict):
        items = {_text_of(key): item for key, item in sent.items()}  # surrogates may make two keys one
        return len(items) == len(arrived) and all(map(same, items, arrived)) and all(
            map(same, items.values(), arrived.values())
        )
    return sent == arrived


def _text_of(key):
    if isinstance(key, str):
        return key.encode("utf-8", "replace").decode()
    return tuple(map(_text_of, key)) if isinstance(key, tuple) else key


def arriving(value, make_tensor=TensorValue):
    return decode(unframe(frame(encode(value), LIMIT)[HEADER.size:]), make_tensor)


@settings(deadline=None)
@given(values)
def test_every_plain_value_makes_the_trip_to_the_grader(value):
    assert same(value, arriving(value))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(values)
def test_every_plain_value_makes_the_trip_through_a_real_worker(echo, value):
    reply = echo.call("echo", [value], {}, echo=True)

    assert reply.outcome is Outcome.PASSED, reply
    assert same(value, reply.value)
    assert same([value], reply.after)


@pytest.fixture
def echo(sandbox):
    """A notebook that returns what it is given; gone after its test, for a sandbox has one child at a time."""
    with Session(sandbox, [Cell("0", "def echo(value):\n    return value")], Limits(total_seconds=3000)) as session:
        assert session.execute()["0"].outcome is Outcome.PASSED
        yield session


def test_arguments_longer_than_a_pipe_arrive_whole(echo):
    for count in (8_000, 8_192, 100_000, 1_000_000):
        sent = np.arange(float(count))
        assert same(sent, echo.call("echo", [sent], {}).value)


# Each returns something odd, of which the first word says what becomes of it.
ODD = """
import numpy as np

class Fraud:
    '''Claims to be of any class, and fails or lies when it is taken at its word.'''
    def __init__(self, claimed): self.claimed = claimed
    def __getattribute__(self, name):
        if name == "__class__":
            return object.__getattribute__(self, "claimed")
        raise SystemExit(name)

class Complex(complex):
    real = property(lambda self: object())
    def __complex__(self): return "no"

class Text(str):
    def encode(self, *how): return object()

class Many(list):
    def __len__(self): return -1
    def __iter__(self): raise KeyboardInterrupt

class Table(dict):
    def items(self): raise MemoryError

class Meta(type):
    __name__ = property(lambda cls: 1 / 0)

class Nameless(metaclass=Meta): pass

import autograder.protocol as protocol

def forged_tensor():
    return protocol.TensorValue(np.array([object()]), object())

cycle = []
cycle.append(cycle)
deep = 0
for _ in range(5000):
    deep = [deep]

ODD = {
    "value complex": lambda: Complex(1, 2), "value text": lambda: Text("a"), "value list": lambda: Many([1]),
    "value dict": lambda: Table({1: 2}), "value surrogate": lambda: "\\ud800", "value nameless": Nameless,
    "value key": lambda: {np.int64(3): 1, np.float32(2): 2, (1, "a"): 3}, "value odd key": lambda: {frozenset(): 1},
    "value tensor": forged_tensor, "large cycle": lambda: cycle, "large deep": lambda: deep,
    "large items": lambda: [[0] * 900_000] * 6, "large array": lambda: np.zeros((1 << 23) + 1),
    "large text": lambda: "x" * (1 << 26),
    **{f"value fraud {kind.__name__}": lambda kind=kind: Fraud(kind) for kind in (
        int, float, complex, str, list, tuple, dict, np.ndarray, np.float64, np.int64, bytes,
        __import__("torch").Tensor, protocol.TensorValue)},
}

def names(): return list(ODD)
def odd(name): return ODD[name]()
def fail(): raise type("\\ud800", (ValueError,), {})("\\ud800")
"""


def test_no_odd_value_ends_the_worker(sandbox):
    with Session(sandbox, [Cell("0", ODD), Cell("1", "fail()")], Limits()) as session:
        runs = session.execute()
        assert [run.outcome for run in runs.values()] == [Outcome.PASSED, Outcome.RAISED], runs
        pid = session._child.pid
        for name in session.call("names", [], {}).value:
            reply = session.call("odd", [name], {})
            wanted = Outcome.PASSED if name.startswith("value") else Outcome.FAILED
            assert reply.outcome is wanted, (name, reply)
            assert reply.outcome is Outcome.PASSED or "more than" in reply.sentence
        assert session.call("fail", [], {}).outcome is Outcome.RAISED
        assert session._child.pid == pid
        assert session.flags == ()


class Dripping:
    """A pipe that gives what has come so far, as pipes do."""

    def __init__(self, content, sizes):
        self.content, self.sizes, self.reads = content, sizes, 0

    def read(self, count):
        self.reads += 1
        size = min(count, self.sizes[self.reads % len(self.sizes)])
        piece, self.content = self.content[:size], self.content[size:]
        return piece


@settings(deadline=None)
@given(st.lists(values.map(encode), max_size=3), st.lists(st.integers(1, 50), min_size=1), st.booleans())
def test_the_worker_puts_messages_together_however_they_come(messages, sizes, cut):
    content = b"".join(frame(message, LIMIT) for message in messages)
    pipe = Dripping(content[:-1] if cut else content, sizes)
    whole = messages[:-1] if cut else messages
    for message in whole:
        assert frame(read_frame(pipe), LIMIT) == frame(message, LIMIT)
    assert read_frame(pipe) is None


# Bytes


@pytest.mark.parametrize(
    "body",
    [
        b"\xdc\x00\x11" + 16 * (b"\xdd" + struct.pack(">I", MAX_ITEMS) + MAX_ITEMS * b"\x90") + b"\xc0",
        b"\xdc\x00\x11" + 16 * (b"\xdd" + struct.pack(">I", MAX_ITEMS) + MAX_ITEMS * b"\x80") + b"\xc0",
        b"\xdd" + struct.pack(">I", 2**32 - 1), b"\xdf" + struct.pack(">I", 2**32 - 1), b"\x91" * 100_000,
        b"\xdb" + struct.pack(">I", 2**31), b"\xc9" + struct.pack(">I", 2**31),
    ],
    ids=["empty lists", "empty dicts", "long list", "long dict", "deep", "long text", "extension"],
)
def test_a_few_bytes_do_not_become_a_memory_full_of_objects(body):
    with pytest.raises(ProtocolError):
        unframe(body)


def test_what_would_be_refused_is_not_sent():
    with pytest.raises(ProtocolError):
        frame([[0] * (MAX_ITEMS // 2)] * (2 * MAX_ALL_ITEMS // MAX_ITEMS + 1), 1 << 30)
    with pytest.raises(ProtocolError):
        frame({1: 2}, LIMIT)


@dataclass(frozen=True)
class Script:
    """What the far side writes, in pieces of how many bytes, and whether it closes or goes on waiting."""

    content: bytes
    piece: int
    closes: bool


class FarSide:
    """In a child's place: writes a script, whatever it is asked."""

    def __init__(self, script):
        read_end, self.request_end = os.pipe()
        self.reply_end, write_end = os.pipe()
        self.channel = Channel(self.request_end, self.reply_end, limit=1 << 16)
        self.held = [read_end]
        if script.piece:
            threading.Thread(target=self.drip, args=(write_end, script), daemon=True).start()
            return
        assert os.write(write_end, script.content[:1 << 16]) == min(len(script.content), 1 << 16)
        self.finish(write_end, script)

    def finish(self, write_end, script):
        if script.closes:
            os.close(write_end)
        else:
            self.held.append(write_end)

    def drip(self, write_end, script):
        with contextlib.suppress(OSError):
            for start in range(0, len(script.content), script.piece):
                os.write(write_end, script.content[start : start + script.piece])
        self.finish(write_end, script)

    def activity(self):
        return Activity(runnable=False, cpu_seconds=0.0)

    def over_quota(self):
        return False

    def holds_much(self):
        return False

    def end(self):
        self.channel.close()
        while self.held:
            os.close(self.held.pop())
        return ChildEnd(9, 0.0, 0)


wire = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(max_size=5)
    | st.binary(max_size=20)
    | st.sampled_from(["array", "scalar", "tensor", "list", "tuple", "dict", "int", "opaque", "complex", "<f8"]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3) | st.binary(max_size=3), inner),
    max_leaves=20,
)
names = st.sampled_from([
    "ValueError", "NameError", "Exception", "KeyboardInterrupt", "UnicodeDecodeError", "ExceptionGroup", "type",
    "print", "__build_class__", "", "\0", "no such name", "OSError", "SystemExit", "StopIteration",
]) | st.text(max_size=4)
replies = st.fixed_dictionaries(
    {"kind": st.sampled_from(["value", "raised", "too_large", "", "gone"]) | wire},
    optional={
        "id": st.sampled_from([1, 0, 2, -1, True, 1.0, "1", None]), "value": values.map(encode) | wire,
        "after": values.map(encode) | wire, "bases": st.lists(names | wire, max_size=4) | wire, "own": names | wire,
        "text": st.text(max_size=20) | wire, "out_of_memory": st.booleans() | wire,
        "seen": st.lists(st.text(max_size=8) | wire, max_size=3) | wire, "threads": st.integers(0, 40) | wire,
        "outputs": st.lists(wire, max_size=3) | wire,
    },
)
honest = st.builds(
    lambda reply, kind: {"id": 1, "seen": [], "threads": 1, **reply, "kind": kind},
    replies, st.sampled_from(["value", "raised", "too_large"]),
)


def framed(message):
    return frame(message, 1 << 20)


@st.composite
def mutated(draw, source):
    """A frame with bytes changed, cut out or put in, in its header too."""
    content = bytearray(draw(source))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        content[start : start + draw(st.integers(0, 6))] = draw(st.binary(max_size=6))
    return bytes(content)


frames = (honest | replies | wire).map(framed)
deep = st.integers(0, 5000).map(lambda depth: HEADER.pack(depth + 1) + b"\x91" * depth + b"\xc0")
huge = st.integers(0, 2**32 - 1).map(lambda length: HEADER.pack(length) + b"\x90" * 50)
interleaved = st.builds(lambda one, other, at: one[:at] + other + one[at:], frames, frames, st.integers(0, 40))
cut_short = st.builds(lambda one, at: one[: max(0, len(one) - at)], frames, st.integers(1, 20))
repeated = st.builds(lambda one, other, times: one * times + other, frames, frames, st.integers(2, 3))
unconstrained = st.binary(max_size=200)
scripts = st.builds(
    Script, unconstrained | frames | mutated(frames) | deep | huge | interleaved | cut_short | repeated,
    st.sampled_from([0, 0, 0, 1, 3, 100]), st.booleans(),
)
SHORT = Limits(call_seconds=0.02, cell_seconds=0.02, total_seconds=30, restarts=1)


@pytest.fixture(autouse=True, scope="module")
def quick_looks():
    """Sessions look at their child more often than usual, so that ten thousand of them end today."""
    usual, session_module._SLICE = session_module._SLICE, 0.005
    yield
    session_module._SLICE = usual


def forged(reply):
    return framed({"id": 1, "kind": "value", "seen": [], "threads": 1, **reply})


nested = None
for _ in range(400):
    nested = [nested]


def ending(student):
    """Ask for a value; return the outcome and what is said of it, or raise what is no way to end."""
    try:
        value = student.get("anything")
    except StudentRaised as error:
        return Outcome.RAISED, error.raised.text
    except StudentStopped as stop:
        return stop.outcome, stop.sentence
    frame(encode(value), 1 << 24)  # a value, and nothing but a value
    return Outcome.PASSED, ""


@settings(deadline=None)
@given(scripts)
@example(Script(forged({"seen": [nested]}), 0, True))
@example(Script(forged({"kind": "raised", "bases": [nested], "own": "", "text": ""}), 0, True))
@example(Script(forged({"value": ["dict", [[["list", []], 1]]]}), 0, True))
@example(Script(HEADER.pack(1 << 15), 0, False))
@example(Script(forged({"value": 1}), 1, False))
def test_any_bytes_end_in_a_value_an_exception_or_a_reason(script):
    far_side = SimpleNamespace(child=lambda limits: FarSide(script))
    with Session(far_side, [], SHORT) as session:
        student = Student(session, {}, ExerciseClock(session, 10.0), "exercise")
        outcome, said = ending(student)
        assert outcome in (Outcome.PASSED, Outcome.RAISED) or said.endswith(".")
        assert all(isinstance(flag, str) for flag in session.flags)


@settings(deadline=None)
@given(scripts)
@example(Script(forged({"outputs": [nested]}), 0, True))
def test_any_bytes_in_a_cells_place_end_in_an_outcome(script):
    far_side = SimpleNamespace(child=lambda limits: FarSide(script))
    with Session(far_side, [Cell("0", "x = 1")], SHORT) as session:
        run = session.execute()["0"]
    assert isinstance(run, CellRun)
    assert run.outcome in (Outcome.PASSED, Outcome.RAISED) or run.sentence.endswith(".")


def test_a_reply_that_never_ends_costs_no_more_time_than_none():
    """A first byte buys nothing: what counts is when the whole message has come."""
    far_side = FarSide(Script(HEADER.pack(1 << 15) + b"x", 0, closes=False))
    assert not far_side.channel.ready(0.01)
    with pytest.raises(ChannelTimeout):
        far_side.channel.receive(time.monotonic() + 0.01)
    far_side.end()


def test_what_follows_a_reply_is_the_next_reply():
    far_side = FarSide(Script(framed({"id": 1}) + framed({"id": 2}), 0, closes=True))
    ends = time.monotonic() + 10
    assert [far_side.channel.receive(ends)["id"] for _ in range(2) if far_side.channel.ready(1)] == [1, 2]
    assert far_side.channel.ready(1)
    far_side.end()


def test_an_opaque_key_never_reaches_the_grader():
    assert arriving({object(): 1}) == Opaque("dict with keys of other kinds")

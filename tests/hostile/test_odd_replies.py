"""Whatever comes back from the sandbox, the course's hidden tests judge it: none of them crashes on a reply."""

from __future__ import annotations

import contextlib
import math
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from autograder.assignment import find_assignments, load_assignment, reference_notebook
from autograder.collected_tests import run_hidden_tests
from autograder.model import Outcome
from autograder.protocol import Opaque, TensorValue
from autograder.pytest_plugin import HiddenTests
from autograder.replies import Raised, Reply
from autograder.session import Cell, Session

COURSE = Path(__file__).resolve().parents[2]

ODD = {
    "none": None,
    "true": True,
    "nan": math.nan,
    "infinity": -math.inf,
    "huge": 10**400,
    "complex": 1 + 2j,
    "text": "\ud800<script>",
    "opaque": Opaque("generator"),
    "empty list": [],
    "list": [1.0, None, "x"],
    "deep": [[[[[[[1.0]]]]]]],
    "dict": {"a": [1], 2: None, None: 3.0},
    "pair of huge": (10**400, -(10**400)),
    "pair of nan": (math.nan, math.nan),
    "empty array": np.zeros(0),
    "array of nan": np.full(30, np.nan),
    "wide array": np.zeros((3, 0, 7)),
    "half floats": np.full((5, 5), 6e4, dtype=np.float16),
    "booleans": np.array([True, False]),
    "integers": np.full(40, 2**63 - 1),
    "complex array": np.full(3, 1j),
    "scalar": np.float32(3e38),
    "tensor": TensorValue(np.full((2, 2), np.inf), requires_grad=True),
    "scalar tensor": TensorValue(np.array(1, dtype=np.int8)),
    "pair of arrays": (np.zeros(3), np.zeros((4, 4))),
    "three": [np.zeros(3), TensorValue(np.zeros(3)), Opaque("Tensor")],
    "pair of lists": [[], [[]]],
    "three lists": [[1.0, [2.0], [[]]]] * 3,
    "three numbers": [0.5, 0.5, 0.5],
    "raised": Raised(("StopIteration", "Exception"), "StopIteration", "out", out_of_memory=False),
    "raised oddly": Raised(("ExceptionGroup", "UnicodeDecodeError", "nothing"), "", "", out_of_memory=False),
}


class Answering:
    """A session in which every call, name and probe comes back with the same value."""

    def __init__(self, value):
        self.value = value

    def call(self, name, arguments, keywords, *, echo=False):
        if isinstance(self.value, Raised):
            return Reply(Outcome.RAISED, raised=self.value)
        return Reply(Outcome.PASSED, value=self.value, after=[self.value] if echo else None)

    def get(self, name):
        return self.call(name, (), {})

    def probe(self, source, inputs):
        return self.call("probe", (), {})

    def clear_away(self):
        """Nothing runs here."""

    def call_time_scaled(self, share):
        return contextlib.nullcontext()


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("name", find_assignments(COURSE))
def test_no_reply_makes_a_hidden_test_crash_or_pass_everything(name, odd):
    assignment = load_assignment(COURSE, name)
    names = frozenset(exercise.id for exercise in assignment.exercises)
    plugin = HiddenTests(Answering(ODD[odd]), {}, 7, {}, 60, frozenset(), names)

    results = run_hidden_tests(assignment.tests_path, plugin)

    crashed = {result.name: result.detail[-400:] for result in results if result.ours}
    assert crashed == {}
    won = {exercise: [r.outcome for r in results if r.exercise == exercise] for exercise in names}
    assert all(set(outcomes) != {Outcome.PASSED} for outcomes in won.values()), won


@pytest.mark.parametrize("value", [np.zeros(2_000_000, dtype=np.int8), [[0] * 600_000] * 2], ids=["array", "lists"])
def test_a_reply_of_millions_is_refused_before_a_test_looks_at_it(value):
    assignment = load_assignment(COURSE, "least_squares")
    names = frozenset(exercise.id for exercise in assignment.exercises)

    results = run_hidden_tests(
        assignment.tests_path, HiddenTests(Answering(value), {}, 7, {}, math.inf, frozenset(), names)
    )

    assert {result.outcome for result in results} == {Outcome.FAILED}
    assert all("more than 1 million values" in result.message for result in results)


class Replayed(HiddenTests):
    """Hidden tests whose session is told which of them asks. A test asks the same each time: replies can be kept."""

    def student(self, item):
        self._session.begin(item.name)
        return super().student(item)


class Recording:
    """A session that keeps what another one replies, by test."""

    def __init__(self, inner):
        self.inner = inner
        self.replies = {}

    def begin(self, test):
        self.of_this_test = self.replies.setdefault(test, [])

    def kept(self, reply):
        self.of_this_test.append(reply)
        return reply

    def call(self, name, arguments, keywords, *, echo=False):
        return self.kept(self.inner.call(name, arguments, keywords, echo=echo))

    def get(self, name):
        return self.kept(self.inner.get(name))

    def probe(self, source, inputs):
        return self.kept(self.inner.probe(source, inputs))

    def clear_away(self):
        self.inner.clear_away()

    def call_time_scaled(self, share):
        return self.inner.call_time_scaled(share)


class Changed(Answering):
    """Gives each test the replies that were kept for it, one of them with something else somewhere within."""

    def __init__(self, replies, rng):
        self.replies = replies
        self.rng = rng
        self.done = {}

    def begin(self, test):
        self.test = test
        self.left = list(self.replies[test])
        values = [place for place, reply in enumerate(self.left) if reply.outcome is Outcome.PASSED]
        if values:
            place = self.rng.choice(values)
            reply = self.left[place]
            if reply.after is None:
                self.left[place] = replace(reply, value=changed(reply.value, self.rng))
            else:
                self.left[place] = replace(reply, after=changed(reply.after, self.rng))
            self.done[test] = self.left[place]

    def call(self, name, arguments, keywords, *, echo=False):
        return self.left.pop(0) if self.left else Reply(Outcome.PASSED, value=None, after=[])


SMALL_ODD = [
    *(value for value in ODD.values() if not isinstance(value, Raised)),
    "", 0, -1, 255, 0.5, False, 2**63, np.bool_(True), np.uint8(255), np.float16(1), np.array(1.0), np.array([[1.0]]),
    TensorValue(np.zeros(0)), TensorValue(np.array(True)), TensorValue(np.zeros((3, 1), dtype=np.complex64)),
]

IN_AN_ARRAY = [
    lambda values: values[None],
    lambda values: values.reshape(-1)[:-1],
    lambda values: values.reshape(-1, 1),
    lambda values: values.astype(np.float32),
    lambda values: values.astype(np.int8),
    lambda values: values.astype(complex),
    lambda values: values > 0,
    lambda values: np.full(values.shape, np.nan),
    lambda values: values.tolist(),
]


def changed(value, rng, *, inside=False):
    """Return a reply in which one value, however deep, is another, is missing, or is there twice."""
    is_whole = not isinstance(value, list | tuple | dict | np.ndarray | TensorValue)
    if is_whole or rng.random() < (0.25 if inside else 0.1):
        return rng.choice(SMALL_ODD)
    if isinstance(value, np.ndarray | TensorValue):
        is_tensor = isinstance(value, TensorValue)
        with np.errstate(all="ignore"):
            other = rng.choice(IN_AN_ARRAY)(value.array if is_tensor else value)
        return replace(value, array=other) if is_tensor and isinstance(other, np.ndarray) else other
    if not value:
        return rng.choice(SMALL_ODD)
    parts = dict(value if isinstance(value, dict) else enumerate(value))
    place = rng.choice(list(parts))
    how = rng.random()
    if how < 0.1:
        del parts[place]
    elif how < 0.2 and not isinstance(value, dict):
        parts[len(value)] = value[place]
    else:
        parts[place] = changed(parts[place], rng, inside=True)
    if isinstance(value, dict):
        return parts
    return (type(value) if rng.random() < 0.9 else rng.choice([list, tuple]))(parts.values())


@pytest.fixture(scope="module")
def kept(sandbox):
    """The replies of the solved notebooks to the hidden tests; each notebook runs once."""
    found = {}

    def replies_of(assignment):
        if assignment.name not in found:
            cells = [
                Cell(str(place), cell.source)
                for place, cell in enumerate(reference_notebook(assignment).cells) if cell.cell_type == "code"
            ]
            with Session(sandbox, cells, assignment.limits) as session:
                session.execute()
                recording = Recording(session)
                results = run_hidden_tests(assignment.tests_path, grading_of(assignment, recording))
            assert {result.outcome for result in results} == {Outcome.PASSED}
            found[assignment.name] = recording.replies
        return found[assignment.name]

    return replies_of


def grading_of(assignment, session):
    """Judge all exercises, whose tests have all the time they want."""
    names = frozenset(exercise.id for exercise in assignment.exercises)
    return Replayed(session, {}, 7, {}, math.inf, frozenset(), names)


def crashes(assignment, replies, rounds):
    """Return the tests that something within a reply made crash, each with how and on what."""
    found = {}
    for number in rounds:
        session = Changed(replies, random.Random(number))
        for result in run_hidden_tests(assignment.tests_path, grading_of(assignment, session)):
            if result.ours:
                how = result.detail.strip().splitlines()[-1]
                found[result.name, how] = (number, repr(session.done[result.name])[:400])
    return found


ONCE_A_CRASH = [
    ("torch_training", "test_LineModel_parameters", lambda got: got | {"sizes": [np.zeros(3), 1]}),
    ("torch_training", "test_LineModel_parameters", lambda got: got | {"names": [np.zeros(3), np.zeros(3)]}),
    ("torch_training", "test_LineModel_start", lambda got: [[*start, start[0]] for start in got]),
    ("torch_training", "test_train_losses", lambda got: [got[0], {}]),
    ("inference", "test_coverage_value", lambda got: [[share, [*drawn, []], once] for share, drawn, once in got]),
    ("inference", "test_coverage_seed", lambda got: [[share, [*drawn, None], once] for share, drawn, once in got]),
    ("inference", "test_coverage_new_data", lambda got: [[share, drawn, [*once, {}]] for share, drawn, once in got]),
    ("least_squares", "test_make_line_data_global_state", lambda got: [got[0], 3, 3]),
]


class First(Changed):
    """Gives the tests the replies that were kept for them, the first of each changed as it is told."""

    def __init__(self, replies, change):
        self.replies = replies
        self.change = change

    def begin(self, test):
        self.left = list(self.replies[test])
        if self.left:
            self.left[0] = replace(self.left[0], value=self.change(self.left[0].value))


@pytest.mark.parametrize(("name", "test", "change"), ONCE_A_CRASH)
def test_an_odd_value_within_a_reply_is_a_failure_of_the_answer(name, test, change, kept):
    assignment = load_assignment(COURSE, name)
    replies = kept(assignment)
    session = First({other: replies[test] if other == test else [] for other in replies}, change)

    results = run_hidden_tests(assignment.tests_path, grading_of(assignment, session))

    (result,) = (result for result in results if result.name == test)
    assert (result.outcome, result.ours) == (Outcome.FAILED, False), result.detail[-400:]


@pytest.mark.parametrize("name", find_assignments(COURSE))
def test_nothing_within_a_right_reply_makes_a_hidden_test_crash(name, kept):
    assignment = load_assignment(COURSE, name)
    assert crashes(assignment, kept(assignment), range(8)) == {}


@pytest.mark.long
@pytest.mark.parametrize("name", find_assignments(COURSE))
def test_nothing_within_a_right_reply_makes_a_hidden_test_crash_at_length(name, kept):
    assignment = load_assignment(COURSE, name)
    assert crashes(assignment, kept(assignment), range(8, 80)) == {}

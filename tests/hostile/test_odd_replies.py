"""Whatever comes back from the sandbox, the course's hidden tests judge it: none of them crashes on a reply."""

from __future__ import annotations

import contextlib
import math
from pathlib import Path

import numpy as np
import pytest

from autograder.assignment import find_assignments, load_assignment
from autograder.collected_tests import run_hidden_tests
from autograder.model import Outcome
from autograder.protocol import Opaque, TensorValue
from autograder.pytest_plugin import HiddenTests
from autograder.replies import Raised, Reply

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

"""What an answer that only computes looks like, and what gives another exercise a second look."""

from __future__ import annotations

import sys

import pytest

from autograder.reach import reaches_further

COMPUTES = {
    "a function": "def sse(y, fitted):\n    return float(np.sum((np.asarray(y) - fitted) ** 2))",
    "its own imports": "import math\nfrom scipy.optimize import curve_fit\nimport torch.nn.functional as F",
    "data for torch": "from torch.utils.data import DataLoader, TensorDataset",
    "a module of its own": (
        "class Line(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self._w = nn.Linear(1, 1)"
    ),
    "a gradient taken away": "w.grad = None\nmodel.weight.data[:] = 0",
    "a figure": 'fig, ax = plt.subplots()\nax.set_title("x")\nplt.rcParams["font.size"] = 9',
    "a seed": "torch.manual_seed(0)\nrng = np.random.default_rng(0)",
    "names that are elsewhere a module's": (
        "def train(model, optim, stats):\n    optim.step()\n    stats.losses = []\n    return step(optim, stats)"
    ),
    "an attribute by its name": "size = getattr(model, 'in_features')",
    "print options": "np.set_printoptions(precision=3)\ntorch.set_printoptions(precision=3)",
}
REACHES = {
    "a module that is no library": "import gc",
    "one by another name": "from sys import path",
    "one that is looked up": "__import__('sys').path.clear()",
    "a name of a library": "np.sum = sum",
    "a name of a module of it": "from scipy import stats\nstats.norm.cdf = None",
    "an item of a library": "np.core['x'] = 1",
    "a method of a class that is imported": "from torch.distributions import Normal\nNormal.log_prob = None",
    "a library by another name": "lib = torch\nlib.newaxis = 0",
    "a part of one by another name": "d = torch.distributions\nd.Normal.log_prob = None",
    "a library that is handed on": "configure(torch)",
    "memory of others": "np.lib.stride_tricks.as_strided(a, (2,), (8,))",
    "a name put together": "getattr(total, '__glo' + 'bals__').clear()",
    "what runs when garbage is collected": "class Node:\n    def __del__(self):\n        Node()",
    "a private name": "total._x.__globals__['np'] = None",
    "the shell": "get_ipython().events",
    "a magic": "%reset -f",
    "a switch": "torch.set_default_dtype(torch.float16)",
    "a switch that is imported": "from torch import set_grad_enabled",
    "a hook": "from torch.optim.optimizer import register_optimizer_step_pre_hook",
    "a mode": "import torch.overrides",
    "an operator": "_lib = torch.library.Library('aten', 'IMPL')",
    "a cell longer than what is read": "x = 1\n" * 50_000,
    "what is nested too deep": "(" * 5_000 + ")" * 5_000,
}


@pytest.mark.parametrize("name", COMPUTES)
def test_what_computes_stays_at_home(name):
    assert not reaches_further(COMPUTES[name])


@pytest.mark.parametrize("name", REACHES)
def test_what_others_share_is_out_of_reach(name):
    assert reaches_further(REACHES[name])


def test_few_known_answers_cost_a_second_look(course_root):
    sources = [path.read_text() for path in course_root.glob("solutions/*/hidden/*/*/*.py")]
    reaching = [source for source in sources if reaches_further(source)]

    assert len(sources) > 1000
    assert len(reaching) < 0.03 * len(sources)


def test_long_chains_of_attributes_cost_no_more_than_short_ones():
    """The grader reads a cell outside every limit: its work is counted, in function calls, and not timed."""

    def work(chains, length):
        calls = 0

        def count(*_):
            nonlocal calls
            calls += 1

        source = "\n".join("np" + ".a" * length for _ in range(chains))
        before = sys.getprofile()
        sys.setprofile(count)
        try:
            reaches_further(source)
        finally:
            sys.setprofile(before)
        return calls

    assert work(10, 300) < work(100, 30)

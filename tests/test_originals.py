"""What one cell replaces is back for the next, and what a notebook keeps as state stays."""

from __future__ import annotations

import textwrap

import pytest

from autograder.model import Outcome
from autograder.replies import Cell
from autograder.session import Session
from autograder.settings import Limits

LIMITS = Limits(cell_seconds=10, call_seconds=10, total_seconds=120)


def run(sandbox, *sources):
    cells = [Cell(str(number), textwrap.dedent(source)) for number, source in enumerate(sources)]
    with Session(sandbox, cells, LIMITS) as session:
        runs = session.execute()
        found = session.get("found")
        return runs, found.value, session


@pytest.mark.parametrize(
    ("attack", "look", "flag"),
    [
        ("import numpy as np\nnp.sum = len", "import numpy as np\nfound = int(np.sum([1, 2]))", "numpy.sum"),
        ("import numpy as np\ndel np.sum", "import numpy as np\nfound = int(np.sum([1, 2]))", "numpy.sum"),
        ("import math\nmath.pi = 0", "import math\nfound = int(math.pi)", "math.pi"),
        ("import builtins\nbuiltins.len = None", "found = len('abc')", "builtins.len"),
        ("import numpy.linalg as l\nl._linalg.isinstance = print",
         "import numpy as np\nfound = int(np.linalg.norm([3.0]))", "numpy.linalg._linalg.isinstance"),
        ("import torch\ntorch.nn.Linear.__call__ = print",
         "import torch\nfound = len(torch.nn.Linear(3, 3)(torch.ones(3)))", "Linear.__call__"),
        ("import random\nrandom.random = None", "import random\nfound = 3 if random.random() < 1 else 0",
         "random.random"),
        ("get_ipython().ast_transformers.append(3)", "found = 3", "AST transformers"),
    ],
    ids=lambda value: value.splitlines()[-1][:40],
)
def test_a_replaced_name_is_back_in_the_next_cell_and_named(sandbox, attack, look, flag):
    runs, found, session = run(sandbox, attack, look)
    assert runs["1"].outcome is Outcome.PASSED, runs
    assert found == 3
    assert any(flag in sentence for sentence in session.flags), session.flags
    assert session.suspects == {"0"}


def test_a_patch_that_no_quick_look_sees_is_gone_before_the_first_call(sandbox):
    attack = """
    import numpy as np, scipy.stats, torch
    vars(np)["median"] = len
    torch.nn.Conv2d.forward = None
    def found():
        return [float(np.median([7.0])), torch.nn.Conv2d.forward is None]
    """
    with Session(sandbox, [Cell("0", textwrap.dedent(attack))], LIMITS) as session:
        session.execute()
        assert session.call("found", [], {}).value == [7.0, False]
        assert {"replaced numpy.median", "replaced torch.nn.modules.conv.Conv2d.forward"} <= set(session.flags)
        assert session.suspects == {"0"}  # any of the cells may have done it


def test_what_a_call_replaces_is_back_for_the_next_call(sandbox):
    source = """
    import numpy as np
    def spoil():
        np.sum = None
    def add():
        return int(np.sum([1, 2]))
    """
    with Session(sandbox, [Cell("0", textwrap.dedent(source))], LIMITS) as session:
        session.execute()
        session.call("spoil", [], {})
        assert session.call("add", [], {}).value == 3


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("import numpy as np\nnp.random.seed(3)", "found = int(np.random.RandomState(3).rand() == np.random.rand())"),
        ("import numpy as np\nnp.set_printoptions(precision=3)",
         "found = int(np.get_printoptions()['precision'] == 3)"),
        ("import torch\ntorch.manual_seed(3)\na = torch.rand(1)\ntorch.manual_seed(3)",
         "found = int(torch.rand(1) == a)"),
        ("import matplotlib.pyplot as plt\nplt.rcParams['lines.linewidth'] = 9",
         "found = int(plt.plot([1])[0].get_linewidth() == 9)"),
        ("import warnings\nwarnings.filterwarnings('error')",
         "try:\n    warnings.warn('x')\n    found = 0\nexcept UserWarning:\n    found = 1"),
        ("import decimal\ndecimal.getcontext().prec = 5", "found = int(decimal.getcontext().prec == 5)"),
        ("import sys\nsys.setrecursionlimit(5000)", "found = int(sys.getrecursionlimit() == 5000)"),
        ("from numpy import *", "found = int(sum([1.0, 0.0]))"),
        ("sum = lambda values: 1", "found = sum([])"),
        ("import torch\nfor k in (torch.optim.AdamW, torch.optim.LBFGS):\n    k([torch.nn.Parameter(torch.ones(1))])",
         "found = 1"),
        ("from IPython.core.interactiveshell import InteractiveShell\nInteractiveShell.ast_node_interactivity = 'all'",
         "found = int(InteractiveShell.ast_node_interactivity == 'all')"),
    ],
    ids=lambda value: value.splitlines()[-1][:40],
)
def test_state_and_own_names_stay_and_are_not_flagged(sandbox, first, second):
    runs, found, session = run(sandbox, first, second)
    assert runs["1"].outcome is Outcome.PASSED, runs
    assert found == 1
    assert session.flags == ()
    assert session.suspects == frozenset()


def test_a_switch_stays_as_a_cell_left_it_and_makes_that_cell_a_suspect(sandbox):
    switched = "import torch\ntorch.set_default_dtype(torch.float64)"
    _, found, session = run(sandbox, switched, "found = int(torch.ones(1).dtype == torch.float64)")
    assert found == 1
    assert session.flags == ()
    assert session.suspects == {"0"}


def test_a_switch_that_a_call_left_is_back_for_the_next_call(sandbox):
    source = """
    import numpy as np, torch
    kept = []
    def blocks():
        with torch.no_grad(), np.errstate(all="raise"), torch.autocast("cpu"), torch.inference_mode():
            yield
    def leave():
        kept.append(blocks())
        next(kept[-1])
        torch.set_default_dtype(torch.float64)
        torch.use_deterministic_algorithms(True)
        torch.autograd.set_detect_anomaly(True)
        torch.set_default_device("meta")
    def found():
        return [
            torch.is_grad_enabled(), np.geterr()["under"], torch.is_autocast_enabled("cpu"),
            torch.is_inference_mode_enabled(), torch.get_default_dtype() == torch.float32,
            torch.are_deterministic_algorithms_enabled(), torch.is_anomaly_enabled(), str(torch.get_default_device()),
        ]
    """
    with Session(sandbox, [Cell("0", textwrap.dedent(source))], LIMITS) as session:
        session.execute()
        before = session.call("found", [], {}).value
        assert session.call("leave", [], {}).outcome is Outcome.PASSED
        assert session.call("found", [], {}).value == before == [
            True, "ignore", False, False, True, False, False, "cpu",
        ]


def test_a_thread_left_running_makes_its_cell_a_suspect_without_a_flag(sandbox):
    source = "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()\nfound = 1"
    _, _, session = run(sandbox, "found = 0", source)
    assert session.suspects == {"1"}
    assert session.flags == ()


def test_what_calls_leave_running_is_cleared_away(sandbox):
    source = """
    import os, threading
    def leave():
        threading.Thread(target=threading.Event().wait, daemon=True).start()
    def pid():
        return os.getpid()
    """
    with Session(sandbox, [Cell("0", textwrap.dedent(source))], LIMITS) as session:
        session.execute()
        before = session.call("pid", [], {}).value
        session.clear_away()
        assert session.call("pid", [], {}).value == before
        session.call("leave", [], {})
        session.clear_away()
        assert session.call("pid", [], {}).value != before

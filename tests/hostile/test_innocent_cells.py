"""Two cells at once: what one leaves behind, and a right answer that would lose its points by it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import nbformat
import pytest

from autograder.assignment import load_assignment, reference_notebook
from autograder.grading import grade_notebook
from autograder.settings import Limits

HERE = Path(__file__).resolve().parent


def load_corpus():
    spec = importlib.util.spec_from_file_location("innocent_corpus", HERE / "corpus.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


corpus = load_corpus()
BEST = """
    best = stats.linregress(np.asarray(x), np.asarray(y))
    return float(best.slope), float(best.intercept)
"""

# What stands before the right answer to `total`, and what the answer to `line` does first.
PAIRS = {
    "floating point errors raise in a block that is never left": (
        "def blocks():\n    with np.errstate(all='raise'):\n        yield\nkept = blocks()\nnext(kept)",
        "np.exp(np.array([-1e4]))",
    ),
    "all files that may be open are": (
        "kept = []\nfor i in range(100):\n    try:\n        kept.append(open('log.txt', 'a'))\n"
        "    except OSError:\n        break",
        "open('my.txt', 'w').close()",
    ),
    "most of the room for files is taken": (
        "np.save('a.npy', np.zeros(9 * 2**17))\nnp.save('b.npy', np.zeros(9 * 2**17))",
        "np.save('mine.npy', np.zeros(4 * 2**17))",
    ),
    "most of the number of files is taken": (
        "for i in range(95):\n    open(f'{i}.txt', 'w').close()",
        "for i in range(10): open(f'mine{i}.txt', 'w').close()",
    ),
    "nearly half of the memory is taken": ("table = np.ones(290 * 2**17)", "np.ones(330 * 2**17)"),
    "a function is gone that nobody saw go": (
        "np.polynomial.polynomial.__dict__['polyfit'] = None",
        "np.polynomial.polynomial.polyfit([0, 1], [1, 3], 1)",
    ),
    "a method is replaced in a class that is imported by name": (
        "from torch.distributions import Normal\nNormal.log_prob = lambda self, value: torch.zeros(())",
        "assert torch.distributions.Normal(0.0, 1.0).log_prob(torch.tensor(1.0)) < 0",
    ),
    "a constant is replaced through another name": ("n = np\nn.newaxis = 0", "np.zeros(3)[:, np.newaxis][0, 0]"),
    "what runs when garbage is collected takes for ever": (
        "class Node:\n    def __init__(self):\n        self.me = self\n    def __del__(self):\n        Node()\n"
        "        n = 0\n        while n < 10**8:\n            n += 1\n[Node() for _ in range(3)]",
        "junk = [[i] for i in range(20_000)]",
    ),
}


def solved(assignment, answers, before=()):
    notebook = reference_notebook(assignment)
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = answers.get(grade_id, cell.source)
    added = [nbformat.v4.new_code_cell(source, id=f"added-{i}") for i, source in enumerate(before)]
    notebook.cells[:0] = added
    return notebook


@pytest.fixture(scope="module")
def trio():
    return load_assignment(corpus.COURSE, corpus.ASSIGNMENT)


def scores_of(graded):
    return {cell.id: cell.score for cell in graded.report.exercises}


@pytest.mark.parametrize("name", PAIRS)
def test_a_right_answer_loses_nothing_by_another_cell(name, trio, sandbox):
    spoils, does = PAIRS[name]
    innocent = f"def line(x, y):\n    {does}{BEST}"

    alone = grade_notebook(solved(trio, {"line": innocent}), trio, sandbox, seed=20261)
    assert scores_of(alone) == corpus.POINTS

    both = {"total": f"{spoils}\n\n{corpus.RIGHT}", "line": innocent}
    graded = grade_notebook(solved(trio, both), trio, sandbox, seed=20261)
    assert scores_of(graded) == corpus.POINTS


def test_an_answer_keeps_the_helper_it_needs_when_another_cell_is_left_out(trio, sandbox):
    """The helper's cell imports a foreign module, so it is under suspicion as well."""
    helper = f"import os\ndef fit(x, y):{BEST}"
    answers = {
        "total": f"np.seterr(all='raise')\n{corpus.RIGHT}",
        "line": "def line(x, y):\n    np.exp(np.array([-1e4]))\n    return fit(x, y)",
    }
    graded = grade_notebook(solved(trio, answers, [helper]), trio, sandbox, seed=20261)
    assert scores_of(graded) == corpus.POINTS


def test_an_answer_that_needs_a_slow_cell_loses_nothing_by_an_endless_neighbour(trio, sandbox):
    """Slow cells are not run again for each call that hangs, and once for those that fall short without them."""
    helper = f"import time\ntime.sleep(0.7)\ndef fit(x, y):{BEST}"
    answers = {
        "total": "def total(values):\n    while True:\n        pass", "line": "def line(x, y):\n    return fit(x, y)"
    }
    graded = grade_notebook(solved(trio, answers, [helper]), trio, sandbox, seed=20261)
    assert scores_of(graded) == {**corpus.POINTS, "total": 0.0}


def test_what_is_displayed_is_cut_as_it_comes(trio, sandbox, monkeypatch):
    """Kept until the end, what two thousand cells may display would be more than a machine's memory."""
    from autograder import graded_notebook, grading

    kept = []
    monkeypatch.setattr(
        graded_notebook, "clean_outputs", lambda outputs, limits, left: (kept.append(running()), ([], left))[1]
    )
    ran = []
    execute = grading.Session._run_cell
    monkeypatch.setattr(grading.Session, "_run_cell", lambda self, *of: (ran.append(1), execute(self, *of))[1])

    def running():
        return len(ran)

    grade_notebook(solved(trio, {}, ["1", "2", "3"]), trio, sandbox, seed=20261)
    assert kept[:3] == [1, 2, 3]


def test_a_page_of_ampersands_takes_no_time():
    """Reading one takes the longer the more text there is, outside every limit: so many are not read at all."""
    from autograder.sanitise import clean_outputs

    few, many = "&" * 100 + "x" * 1000, "&" * 499_000
    shown, _ = clean_outputs(
        [{"output_type": "display_data", "data": {"text/html": text}} for text in (few, many)], Limits(), 8 * 2**20
    )
    assert [sorted(output.data) for output in shown] == [["text/html"], ["text/plain"]]

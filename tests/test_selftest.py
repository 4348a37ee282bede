"""Nothing is graded before every protection has been tried from inside, and held."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from pathlib import Path

import pytest

from autograder import batch, selftest
from autograder.errors import IsolationUnavailable
from autograder.sandbox import Sandbox
from autograder.settings import Isolation


class Same(Executor):
    """Runs each job at once, in this process."""

    def submit(self, function, /, *arguments, **more):
        future: Future = Future()
        future.set_result(function(*arguments, **more))
        return future


def test_every_protection_holds_here(sandbox):
    assert selftest.broken_protections(sandbox) == ()


def test_without_isolation_each_protection_is_found_missing():
    with Sandbox(Isolation.NONE) as unprotected:
        missing = selftest.broken_protections(unprotected)
    assert set(missing) >= {
        "no reading outside the scratch folder", "no writing outside the scratch folder",
        "no change of modes and times outside the scratch folder", "no network", "no signal to another process",
        "no look into another process", "no further process",
    }


def test_who_accepted_no_isolation_is_not_refused():
    selftest.require_confinement(Sandbox(Isolation.NONE))


def test_a_sandbox_that_does_not_hold_is_refused_by_name(sandbox, monkeypatch):
    monkeypatch.setattr(selftest, "_ATTEMPTS", "def probe(student, **given):\n    return ['no network', 'no network']")
    with pytest.raises(IsolationUnavailable, match=r"no network\. .*--isolation none") as caught:
        selftest.require_confinement(sandbox)
    assert caught.value.missing == ("no network",)


@pytest.mark.parametrize(
    "attempts",
    ["def probe(student, **given):\n    raise ValueError('broken')", "def probe(student, **given):\n    return 1"],
)
def test_a_test_that_gives_no_answer_counts_as_missing(sandbox, monkeypatch, attempts):
    monkeypatch.setattr(selftest, "_ATTEMPTS", attempts)
    with pytest.raises(IsolationUnavailable, match="an answer from the test itself"):
        selftest.require_confinement(sandbox)


def test_a_batch_ends_ungraded_where_a_protection_does_not_hold(monkeypatch):
    def refuse(isolation):
        raise IsolationUnavailable("No network: not kept.", missing=("no network",))

    monkeypatch.setattr(batch, "_warm_sandbox", refuse)
    monkeypatch.setattr(batch, "load_assignment", lambda *arguments: None)
    job = batch.Job(Path("/nowhere"), "trio", "ada", Path("/nowhere/trio.ipynb"), 1, Isolation.SANDBOX)
    with pytest.raises(IsolationUnavailable, match="not kept"):
        list(batch.grade_many([job], Same()))

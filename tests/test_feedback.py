"""What a student reads: one sentence about behaviour, never a hidden value or a text of the student's choosing."""

from __future__ import annotations

from autograder.feedback import Explained, as_html, as_text, sentence
from autograder.model import CellScore, Outcome, TestResult

BEHAVIOUR = "sse gives the same number for\n    columns and rows."


def test_a_pass_says_what_was_shown():
    text = sentence(behaviour=BEHAVIOUR, verdict_outcome=Outcome.PASSED)
    assert text == "sse gives the same number for columns and rows."


def test_a_recognised_misconception_says_what_was_done_and_where_to_read():
    text = sentence(
        behaviour=BEHAVIOUR, verdict_outcome=Outcome.FAILED,
        explained=Explained("Probably a table was summed.", "How good is a fit?"),
    )
    assert text.endswith("Probably a table was summed. Read: How good is a fit?.")


def test_only_names_that_python_has_are_shown_of_an_exception():
    raised = ("x_is_3_14159", "ValueError", "Exception", "BaseException", "object")
    text = sentence(behaviour=BEHAVIOUR, verdict_outcome=Outcome.RAISED, raised=raised)
    assert "3_14159" not in text
    assert "ValueError (an exception of your own kind)" in text


def test_exit_and_stub_have_sentences_of_their_own():
    exit_text = sentence(behaviour=BEHAVIOUR, verdict_outcome=Outcome.RAISED, raised=("SystemExit", "BaseException"))
    assert "sys.exit" in exit_text
    stub = sentence(
        behaviour=BEHAVIOUR, verdict_outcome=Outcome.RAISED, raised=("NotImplementedError",), unanswered=True
    )
    assert "Not answered yet" in stub


def test_html_is_escaped_and_code_is_marked():
    test = TestResult("test_sse_x", "sse", 1.0, Outcome.FAILED, "`sse` <b>&</b> holds.")
    cell = CellScore("sse", 0.0, 2.0, (test,), reason="<script>")
    html = as_html(cell, ("Use `np.sum`.",))
    assert "<script>" not in html
    assert "<code>sse</code> &lt;b&gt;" in html
    assert "Hint: <code>np.sum</code>" not in html
    assert "Hint: Use <code>np.sum</code>." in html
    assert as_text(cell).splitlines()[0] == "sse: 0 of 2 points"

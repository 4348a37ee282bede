"""What a trial of one known answer runs: the other answers, its own checks, and nothing behind them."""

from __future__ import annotations

import nbformat

from autograder.assignment import load_assignment, reference_notebook
from autograder.grading import grade_file


def test_a_trial_of_one_answer_ends_with_the_last_checks(course_root, sandbox, tmp_path):
    assignment = load_assignment(course_root, "least_squares")
    path = tmp_path / "least_squares.ipynb"
    nbformat.write(reference_notebook(assignment), path)

    graded = grade_file(path, assignment, sandbox, seed=1, only="r_squared")

    run = [cell.metadata.nbgrader.grade_id for cell in graded.notebook.cells if cell.get("execution_count")]
    assert [cell.id for cell in graded.report.exercises] == ["r_squared"]
    assert graded.report.exercises[0].score == 2
    assert run[-1] == "r_squared_tests"  # and not the closing figure
    assert "sse" in run  # which the answer calls
    assert "sse_tests" not in run

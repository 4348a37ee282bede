"""A written answer is read wherever it stands, and only a notebook without one gets "No response."."""

from __future__ import annotations

import copy
import json
import time

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell

from autograder.assignment import load_assignment, reference_notebook, release_notebook
from autograder.prose import fresh, phrases, said_in_code
from autograder.settings import Limits
from autograder.submission import read_submission

WHY = "why_the_plot_looks_right"
STUB = "YOUR ANSWER HERE"
PROSE = "The plot looks right since both lines cross close to the middle of the points, where the residuals are small."


@pytest.fixture(scope="module")
def assignment(course_root):
    return load_assignment(course_root, "diagnosis")


@pytest.fixture(scope="module")
def released(assignment):
    return release_notebook(assignment)


@pytest.fixture
def notebook(assignment):
    """All exercises solved, the written answer left as released."""
    notebook = reference_notebook(assignment)
    cell_of(notebook, WHY).source = STUB
    return notebook


@pytest.fixture
def read(tmp_path, assignment, released):
    def read(notebook):
        path = tmp_path / "diagnosis.ipynb"
        path.write_text(json.dumps(notebook))
        return read_submission(path, assignment, Limits(), released)

    return read


def cell_of(notebook, grade_id):
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def place_of(notebook, grade_id):
    return notebook.cells.index(cell_of(notebook, grade_id))


def own_cells(notebook):
    return [(cell.cell_type, cell.source) for cell in notebook.cells if "nbgrader" not in cell.metadata]


def repairs_of(submission):
    return {repair.kind: repair.grade_ids for repair in submission.repairs}


@pytest.mark.parametrize("place", ["above", "below", "start", "end"])
@pytest.mark.parametrize(
    "cell",
    [
        new_code_cell("# " + PROSE.replace(", ", ",\n# ")), new_code_cell(f'"""{PROSE}"""'), new_code_cell(PROSE),
        new_code_cell(f"answer = '{PROSE}'"), new_code_cell(f"print('{PROSE}')"), new_code_cell(f"%%markdown\n{PROSE}"),
        new_code_cell(f"plt.plot([1])\n# {PROSE}"), new_markdown_cell(PROSE), new_raw_cell(PROSE),
    ],
    ids=lambda cell: cell if isinstance(cell, str) else cell.source[:8],
)
def test_what_is_written_beside_an_untouched_answer_cell_is_put_there(read, notebook, cell, place):
    at = {"above": place_of(notebook, WHY), "below": place_of(notebook, WHY) + 1, "start": 0, "end": None}[place]
    notebook.cells.insert(len(notebook.cells) if at is None else at, copy.deepcopy(cell))

    submission = read(notebook)

    answer = cell_of(submission.notebook, WHY).source
    assert PROSE.partition(",")[0] in answer
    assert PROSE.partition(", ")[2] in answer
    assert {"said_elsewhere", "answered_elsewhere"} & repairs_of(submission).keys()


def test_words_in_another_script_are_words(read, notebook):
    for source in ("因为两条直线在点的中间相交。", "# 因为两条直线在点的中间相交", "Потому что прямые пересекаются"):
        changed = copy.deepcopy(notebook)
        changed.cells.append(new_code_cell(source))

        assert source.strip("# ") in cell_of(read(changed).notebook, WHY).source


@pytest.mark.parametrize("join", ["\n\n", "\n", " ", " **Answer:** "])
def test_what_is_typed_into_the_question_is_kept_and_put_in_the_answer_cell(read, notebook, released, join):
    question = cell_of(notebook, f"{WHY}_text")
    question.source += join + PROSE

    submission = read(notebook)

    assert cell_of(submission.notebook, f"{WHY}_text") == cell_of(released, f"{WHY}_text")
    place = place_of(submission.notebook, f"{WHY}_text")
    assert submission.notebook.cells[place + 1].cell_type == "markdown"
    assert submission.notebook.cells[place + 1].source.endswith(PROSE)
    assert PROSE in cell_of(submission.notebook, WHY).source
    sentences = " ".join(repair.sentence for repair in submission.repairs)
    assert "run just after" not in sentences
    assert set(repairs_of(submission)) == {"edited", "text_kept", "said_elsewhere"}


def test_what_is_typed_into_a_question_whose_lines_were_changed_too_is_kept(read, notebook):
    question = cell_of(notebook, f"{WHY}_text")
    question.source = question.source.replace("\n", " \n").replace("slope", "Slope", 1) + f"\n- {PROSE}"

    assert cell_of(read(notebook).notebook, WHY).source == f"- {PROSE}"


def test_an_answer_that_took_the_place_of_the_question_is_found(read, notebook):
    cell_of(notebook, f"{WHY}_text").source = PROSE

    assert cell_of(read(notebook).notebook, WHY).source == PROSE


def test_all_the_text_a_file_can_hold_is_read_in_time(read, notebook):
    words = " ".join(f"w{number}" for number in range(1_000))
    notebook.cells += [new_markdown_cell(f"{words} {number}\n" * 2) for number in range(1_450)]
    notebook.cells += [new_code_cell(f"# {number} a b\n{number}") for number in range(500)]
    began = time.monotonic()

    submission = read(notebook)

    assert time.monotonic() - began < 60  # it takes seconds: this only tells it from hours
    assert "w999 1449" in cell_of(submission.notebook, WHY).source


def test_a_comment_typed_into_a_locked_cell_of_code_is_found(read, notebook):
    cell_of(notebook, "closing_figure").source += f"\n# {PROSE}"

    assert cell_of(read(notebook).notebook, WHY).source == PROSE


def test_a_deleted_answer_cell_is_filled_too(read, notebook):
    del notebook.cells[place_of(notebook, WHY)]
    notebook.cells.append(new_markdown_cell(PROSE))

    submission = read(notebook)

    assert cell_of(submission.notebook, WHY).source == PROSE
    assert repairs_of(submission) == {"said_elsewhere": (WHY,)}


def test_text_of_several_cells_comes_together_and_stays_where_it_was(read, notebook):
    notebook.cells.insert(0, new_markdown_cell("Ada Lovelace"))
    notebook.cells.append(new_markdown_cell(PROSE))

    submission = read(notebook)

    assert cell_of(submission.notebook, WHY).source == f"Ada Lovelace\n\n{PROSE}"
    assert own_cells(submission.notebook) == [("markdown", "Ada Lovelace"), ("markdown", PROSE)]


@pytest.mark.parametrize("form", ["{}", "```python\n{}\n```"])
def test_code_in_a_cell_of_markdown_is_an_answer_in_code_and_none_in_words(read, notebook, released, form):
    solved = cell_of(notebook, "diagnose")
    notebook.cells.append(new_markdown_cell(form.format(solved.source)))
    solved.source = cell_of(released, "diagnose").source

    submission = read(notebook)

    assert "raise NotImplementedError" not in cell_of(submission.notebook, "diagnose").source
    assert repairs_of(submission) == {"answered_elsewhere": ("diagnose",)}


def test_an_answer_in_its_cell_is_left_alone(read, notebook):
    cell_of(notebook, WHY).source = "Because."
    notebook.cells.append(new_markdown_cell(PROSE))

    submission = read(notebook)

    assert cell_of(submission.notebook, WHY).source == "Because."
    assert submission.repairs == ()


def without_words(notebook):
    """What students add that says nothing in words."""
    text = cell_of(notebook, f"{WHY}_text").source
    notebook.cells.insert(0, new_code_cell("%matplotlib inline\n!pip install numpy torch scipy"))
    notebook.cells.append(new_code_cell("# x = np.arange(3)\n# for i in x:\n#     print(i)"))
    notebook.cells.append(new_code_cell("# my try\nx = diagnose([3.0, 2.0], 1)  # a list\nprint(x)"))
    notebook.cells.append(new_code_cell("def helper(x):\n    '''Return the square of x.'''\n    return x**2"))
    notebook.cells.append(new_code_cell("def broken(x, y:\n    return x if y is not None else np.sum(x"))
    notebook.cells.append(new_code_cell("print('slope')\ncolour = 'red'\n1 / 0"))
    notebook.cells.append(new_code_cell("# In[5]:"))
    notebook.cells.append(new_markdown_cell(text))
    notebook.cells.append(new_markdown_cell("---"))
    notebook.cells.append(new_markdown_cell(STUB))


def damaged_text(notebook):
    """Locked text as editors leave it: wrapped anew, in capitals, cut, merged, misspelled; and a cell split in two."""
    text = cell_of(notebook, f"{WHY}_text")
    text.source = " ".join(text.source.split())
    cell_of(notebook, "introduction").source = cell_of(notebook, "introduction").source.replace("curve", "cruve", 1)
    for grade_id in ("diagnose_text", "closing_text"):
        cell_of(notebook, grade_id).source = cell_of(notebook, grade_id).source.upper()
    for grade_id in ("heavy_ball_text",):
        cell = cell_of(notebook, grade_id)
        cell.source = cell.source[: len(cell.source) // 2]
    first, second = cell_of(notebook, "standardise_text"), cell_of(notebook, "unscale_text")
    first.source += "\n\n" + second.source
    notebook.cells.remove(second)


@pytest.mark.parametrize("change", [lambda notebook: None, without_words, damaged_text])
def test_where_nothing_is_written_the_answer_cell_stays_as_released(read, notebook, change):
    change(notebook)

    submission = read(notebook)

    assert cell_of(submission.notebook, WHY).source == STUB
    assert "said_elsewhere" not in repairs_of(submission)


def test_text_of_the_course_is_not_new_and_what_is_new_is_cut_out_of_it():
    known = phrases(["One two three four five six.\n\nSeven."])

    assert fresh("one two\nthree four  five six\nSeven.", known) == ""
    assert fresh("One two three four five six. Because it is so.\n\nSeven.", known) == "Because it is so."
    assert fresh("Why not?\n\nIt is so.\n\nSeven.", known) == "Why not?\n\nIt is so."


def test_a_long_text_is_read_in_time():
    for source in ("a " * 50_000, "\n" * 100_000, "#" * 100_000, "# a\n" * 25_000, "'" * 99_999, "a b(\n" * 20_000):
        said_in_code(source)
        fresh(source, phrases([source[:1000]]))

"""A submitted notebook is read as data, repaired where it can be, else refused with a reason."""

from __future__ import annotations

import copy
import errno
import json
import os
import shutil
import socket
import time
from dataclasses import replace

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell

from autograder.assignment import load_assignment, reference_notebook, release_notebook
from autograder.errors import UnreadableSubmission, UsageError
from autograder.python_source import PythonSource, python_source
from autograder.settings import Limits
from autograder.submission import Submission, read_submission

LIMITS = Limits()
CHECK = "assert result is not None"
IDS = ("make_line_data", "sse", "fit_line", "r_squared")


@pytest.fixture(scope="module")
def assignment(course_root):
    return load_assignment(course_root, "least_squares")


@pytest.fixture(scope="module")
def released(assignment):
    return release_notebook(assignment)


@pytest.fixture(scope="module")
def solved(assignment):
    return reference_notebook(assignment)


@pytest.fixture
def notebook(solved):
    """A perfect submission, to be damaged."""
    return copy.deepcopy(solved)


@pytest.fixture
def read(tmp_path, assignment, released):
    """Write a notebook, or bytes, to a file and read it as a submission."""

    def read(content, name="least_squares.ipynb"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return read_submission(path, assignment, LIMITS, released)

    return read


def cell_of(notebook, grade_id):
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def index_of(notebook, grade_id):
    return notebook.cells.index(cell_of(notebook, grade_id))


def answers(notebook):
    return {grade_id: cell_of(notebook, grade_id).source for grade_id in IDS}


def labelled(notebook):
    return [cell for cell in notebook.cells if "nbgrader" in cell.metadata]


def own_cells(notebook):
    return [cell.source for cell in notebook.cells if "nbgrader" not in cell.metadata]


def repairs_of(submission):
    return {repair.kind: repair.grade_ids for repair in submission.repairs}


def strip_labels(notebook):
    for cell in notebook.cells:
        cell.metadata = {}


def test_an_undamaged_notebook_comes_back_as_it_was(read, notebook):
    submission = read(notebook)

    assert submission.notebook == notebook
    assert submission.repairs == ()
    assert submission.flags == ()
    nbformat.validate(submission.notebook)


def test_reading_twice_gives_the_same(read, notebook):
    notebook.cells.insert(3, new_code_cell("x = 1"))

    assert read(notebook) == read(notebook)


def test_the_digest_is_that_of_the_bytes(read, notebook):
    submission = read(notebook)

    notebook.cells[0].source += " "
    assert len(submission.digest) == 64
    assert read(notebook).digest != submission.digest


def test_only_sources_come_from_the_student(read, notebook, solved):
    notebook.metadata = {"kernelspec": {"name": "evil"}, "widgets": {"state": 1}}
    for cell in notebook.cells:
        cell.metadata.update(tags=["x"], trusted=True)
        cell.attachments = {"a.png": {"image/png": "aGk="}}
        if cell.cell_type == "code":
            cell.outputs = [{"output_type": "stream", "name": "stdout", "text": "PASSED"}]
            cell.execution_count = 7

    assert read(notebook).notebook == solved


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_foreign_line_ends_and_lists_of_lines_mean_the_same(read, notebook, solved, ending):
    for cell in notebook.cells:
        cell.source = [line.replace("\n", ending) for line in cell.source.splitlines(keepends=True)]

    submission = read(notebook)

    assert submission.notebook == solved
    assert submission.repairs == ()


def test_a_byte_order_mark_is_skipped(read, notebook, solved):
    assert read(b"\xef\xbb\xbf" + json.dumps(notebook).encode()).notebook == solved


@pytest.mark.parametrize("minor", [0, 1, 2, 3, 4, 6, 99, None, "x"])
def test_any_minor_version_is_read(read, notebook, solved, minor):
    notebook.nbformat_minor = minor
    for cell in notebook.cells:
        del cell["id"]

    assert read(notebook).notebook == solved


def test_format_3_is_read(read, notebook, solved):
    cells = [
        {**cell, "input": cell.source} if cell.cell_type == "code" else dict(cell) for cell in notebook.cells
    ]
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}

    assert answers(read(old).notebook) == answers(solved)


# Cells deleted, duplicated, moved, retyped, relabelled, answered elsewhere


@pytest.mark.parametrize("grade_id", ["introduction", "imports", "sse_tests", "closing_figure"])
def test_a_deleted_locked_cell_is_put_back(read, notebook, solved, grade_id):
    del notebook.cells[index_of(notebook, grade_id)]

    submission = read(notebook)

    assert submission.notebook == solved
    assert repairs_of(submission) == {"missing": (grade_id,)}
    assert f"`{grade_id}`" in submission.repairs[0].sentence
    assert submission.flags == ()


def test_a_deleted_answer_is_put_back_as_a_stub(read, notebook, released):
    del notebook.cells[index_of(notebook, "sse")]

    submission = read(notebook)

    assert cell_of(submission.notebook, "sse") == cell_of(released, "sse")
    assert repairs_of(submission) == {"missing": ("sse",)}


def test_an_edited_locked_cell_is_restored_and_flagged(read, notebook, solved):
    tests = cell_of(notebook, "sse_tests")
    tests.source = tests.source.replace("assert", "print", 1)

    submission = read(notebook)

    assert submission.notebook == solved
    assert repairs_of(submission) == {"edited": ("sse_tests",)}
    assert any("sse_tests" in flag for flag in submission.flags)


def test_an_import_added_to_a_locked_cell_still_runs(read, notebook):
    cell_of(notebook, "imports").source += "\nimport math"

    submission = read(notebook)

    position = index_of(submission.notebook, "imports")
    assert submission.notebook.cells[position + 1].source == "import math"
    assert own_cells(submission.notebook) == ["import math"]
    assert repairs_of(submission) == {"edited": ("imports",), "lines_kept": ("imports",)}


@pytest.mark.parametrize(
    ("grade_id", "old", "new", "kept"),
    [
        ("imports", "import matplotlib.pyplot as plt\n", "import math\n", "import math"),
        ("imports", "import numpy as np", "import numpy as np, math", "import numpy as np, math"),
        ("imports", "import numpy as np", "from math import (\n    fsum,\n)\n%pip install x", "from math import fsum"),
        ("imports", "import numpy as np", "import math\nfor", "import math"),
        ("sse_tests", CHECK, "TINY = 0.01\nimport math\nassert 1", "import math\nTINY = 0.01"),
        ("sse_tests", CHECK, "def f(a):\n    # far\n    return a\nassert 1", "def f(a):\n    # far\n    return a"),
        ("sse_tests", CHECK, "'Why it is so.'\n# And more.\nassert 1", "'Why it is so.'\n# And more."),
    ],
)
def test_what_a_changed_locked_cell_imports_and_defines_besides_still_runs(read, notebook, grade_id, old, new, kept):
    cell = cell_of(notebook, grade_id)
    assert old in cell.source
    cell.source = cell.source.replace(old, new, 1)

    submission = read(notebook)

    assert own_cells(submission.notebook) == [kept]
    position = index_of(submission.notebook, grade_id)
    assert submission.notebook.cells[position + 1].source == kept
    assert repairs_of(submission) == {"edited": (grade_id,), "some_kept": (grade_id,)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("assert", "# assert"),
        ("assert", "pass; assert True or"),
        ("print(", "print(1, "),
        ("print(", "del sse; print("),
    ],
)
def test_of_what_weakens_a_locked_cell_nothing_is_kept(read, notebook, solved, old, new):
    cell = cell_of(notebook, "sse_tests")
    cell.source = cell.source.replace(old, new)

    submission = read(notebook)

    assert submission.notebook == solved
    assert repairs_of(submission) == {"edited": ("sse_tests",)}
    assert "run" not in submission.repairs[0].sentence


def test_an_answer_typed_into_a_changed_tests_cell_is_found(read, notebook, solved, released):
    right = cell_of(solved, "sse").source
    cell_of(notebook, "sse").source = cell_of(released, "sse").source
    tests = cell_of(notebook, "sse_tests")
    tests.source = right + "\n" + tests.source.replace("print(", "print(0, ")

    submission = read(notebook)

    assert "def sse(" in answers(submission.notebook)["sse"]
    assert "NotImplementedError" not in answers(submission.notebook)["sse"]


def test_an_answer_typed_into_the_tests_cell_is_found(read, notebook, solved, released):
    right = cell_of(solved, "sse").source
    cell_of(notebook, "sse").source = cell_of(released, "sse").source
    tests = cell_of(notebook, "sse_tests")
    tests.source = right + "\n" + tests.source

    submission = read(notebook)

    assert "".join(answers(submission.notebook)["sse"].split()) == "".join(right.split())
    assert repairs_of(submission)["answered_elsewhere"] == ("sse",)


@pytest.mark.parametrize("first", [True, False])
def test_of_a_stub_and_an_answer_the_answer_counts(read, notebook, released, solved, first):
    stub = copy.deepcopy(cell_of(released, "sse"))
    notebook.cells.insert(index_of(notebook, "sse") + first, stub)

    submission = read(notebook)

    assert submission.notebook == solved
    assert repairs_of(submission) == {"duplicated": ("sse",)}


def test_of_two_answers_the_last_that_defines_the_name_counts_and_runs_last(read, notebook, solved):
    tries = [copy.deepcopy(cell_of(notebook, "sse")) for _ in range(2)]
    tries[0].source = "def sse(y, fitted):\n    return 0"
    tries[1].source = "def helper():\n    return 1"
    position = index_of(notebook, "sse")
    notebook.cells[position:position] = tries

    submission = read(notebook)

    assert answers(submission.notebook) == answers(solved)
    position = index_of(submission.notebook, "sse")
    assert [cell.source for cell in submission.notebook.cells[position - 2 : position]] == [
        tries[0].source, tries[1].source,
    ]


@pytest.mark.parametrize("rest", ["sse.calls = 0", "%timeit sse([1.0], [2.0])", "@sse.register\ndef _(y): ..."])
def test_the_second_half_of_a_split_answer_stays_after_the_first(read, notebook, solved, rest):
    """JupyterLab gives both halves the label."""
    half = copy.deepcopy(cell_of(notebook, "sse"))
    half.source = rest
    position = index_of(notebook, "sse") + 1
    notebook.cells.insert(position, half)

    submission = read(notebook)

    assert answers(submission.notebook) == answers(solved)
    assert [cell.source for cell in submission.notebook.cells] == [cell.source for cell in notebook.cells]


def test_cells_in_any_order_are_put_back(read, notebook, solved):
    notebook.cells.reverse()

    submission = read(notebook)

    assert submission.notebook == solved
    assert list(repairs_of(submission)) == ["moved"]


def test_only_the_cell_that_moved_is_reported(read, notebook, solved):
    notebook.cells.append(notebook.cells.pop(index_of(notebook, "sse")))

    submission = read(notebook)

    assert submission.notebook == solved
    assert repairs_of(submission) == {"moved": ("sse",)}


@pytest.mark.parametrize("kind", ["markdown", "raw", "heading", None])
def test_an_answer_turned_into_text_is_code_again(read, notebook, solved, kind):
    cell_of(notebook, "sse").cell_type = kind

    submission = read(notebook)

    assert submission.notebook == solved
    assert repairs_of(submission) == {"retyped": ("sse",)}


def test_the_fence_around_an_answer_turned_into_text_goes(read, notebook, solved):
    cell = cell_of(notebook, "sse")
    cell.update(cell_type="markdown", source=f"```python\n{cell.source}\n```")

    assert read(notebook).notebook == solved


def test_a_notebook_stripped_of_all_metadata_is_whole_again(read, notebook, solved):
    strip_labels(notebook)

    submission = read(notebook)

    assert submission.notebook == solved
    assert list(repairs_of(submission)) == ["relabelled"]
    assert submission.flags == ()


def test_a_stripped_and_shuffled_notebook_keeps_every_answer(read, notebook, solved):
    strip_labels(notebook)
    notebook.cells.reverse()

    assert answers(read(notebook).notebook) == answers(solved)


def test_a_stripped_and_untouched_notebook_is_the_release(read, released):
    notebook = copy.deepcopy(released)
    strip_labels(notebook)

    assert read(notebook).notebook == released


def test_a_stripped_notebook_with_edited_text_is_recognised(read, notebook, solved):
    strip_labels(notebook)
    notebook.cells[0].source += "\n\nDone by Ada."
    notebook.cells[4].source = notebook.cells[4].source.replace("the", "teh", 2)

    repaired = read(notebook).notebook

    assert labelled(repaired) == solved.cells
    assert own_cells(repaired) == ["Done by Ada."]


def test_an_answer_under_another_name_is_found_by_its_place(read, notebook):
    strip_labels(notebook)
    notebook.cells[8].source = "def my_sse(y, fitted):\n    return 1.0"

    submission = read(notebook)

    assert answers(submission.notebook)["sse"] == "def my_sse(y, fitted):\n    return 1.0"


def test_swapped_labels_are_swapped_back(read, notebook, solved):
    first, second = cell_of(notebook, "sse"), cell_of(notebook, "fit_line")
    first.metadata, second.metadata = second.metadata, first.metadata

    submission = read(notebook)

    assert answers(submission.notebook) == answers(solved)
    assert len(submission.notebook.cells) == len(solved.cells)


def test_an_edited_label_is_corrected_and_flagged(read, notebook, solved):
    cell_of(notebook, "sse").metadata.nbgrader.grade_id = "bonus"

    submission = read(notebook)

    assert submission.notebook == solved
    assert any("bonus" in flag for flag in submission.flags)


@pytest.mark.parametrize("position", [0, 3, 9, -1])
@pytest.mark.parametrize("deleted", [True, False])
def test_an_answer_in_an_added_cell_counts(read, notebook, solved, released, position, deleted):
    answer = cell_of(solved, "sse").source
    if deleted:
        del notebook.cells[index_of(notebook, "sse")]
    else:
        cell_of(notebook, "sse").source = cell_of(released, "sse").source
    notebook.cells.insert(position % (len(notebook.cells) + 1), new_code_cell(answer))

    submission = read(notebook)

    assert answers(submission.notebook) == answers(solved)
    assert {"answered_elsewhere", "relabelled"} & repairs_of(submission).keys()
    # No stub may run after the answer and undo it.
    code = [cell.source for cell in submission.notebook.cells if cell.cell_type == "code"]
    assert not any("NotImplementedError" in source for source in code)


def test_a_stub_with_a_comment_added_is_still_a_stub(read, notebook, solved, released):
    cell_of(notebook, "sse").source = cell_of(released, "sse").source + "\n\n# see below"
    notebook.cells.append(new_code_cell(cell_of(solved, "sse").source))

    assert answers(read(notebook).notebook) == answers(solved)


def test_all_answers_in_one_added_cell_count(read, released, solved):
    notebook = copy.deepcopy(released)
    everything = "\n\n".join(answers(solved).values())
    notebook.cells.insert(2, new_code_cell(everything))

    submission = read(notebook)

    assert set(answers(submission.notebook).values()) == {everything}
    assert repairs_of(submission) == {"answered_elsewhere": IDS}


@pytest.mark.parametrize(
    "source",
    [
        "sse = lambda y, f: 1.0",
        "from math import dist as sse",
        "if True:\n    def sse(y, f):\n        return 1.0",
        "%matplotlib inline\ndef sse(y, f):\n    return 1.0",
        "class sse:\n    pass",
        "a, (sse, b) = 1, (2, 3)",
    ],
)
def test_a_name_may_be_defined_in_any_way(read, notebook, released, source):
    cell_of(notebook, "sse").source = cell_of(released, "sse").source
    notebook.cells.append(new_code_cell(source))

    assert answers(read(notebook).notebook)["sse"] == source


def test_helpers_keep_their_places_between_the_answers(read, notebook, solved):
    before_sse, before_fit = index_of(notebook, "sse"), index_of(notebook, "fit_line")
    notebook.cells.insert(before_fit, new_code_cell("def centred(x):\n    return x - x.mean()"))
    notebook.cells.insert(before_sse, new_code_cell("def squared(x):\n    return x**2"))
    notebook.cells.insert(0, new_code_cell("import math"))
    notebook.cells.append(new_markdown_cell("My **notes**."))

    submission = read(notebook)

    assert [cell.source for cell in submission.notebook.cells] == [cell.source for cell in notebook.cells]
    assert submission.repairs == ()
    assert len({cell.id for cell in submission.notebook.cells}) == len(notebook.cells)
    nbformat.validate(submission.notebook)


def test_text_of_the_students_is_made_safe_to_show(read, notebook):
    notebook.cells.append(new_markdown_cell("<script>alert(1)</script> $a<b$"))
    notebook.cells.append({"cell_type": "raw", "source": "<img src=x onerror=alert(1)>", "metadata": {}})

    shown = own_cells(read(notebook).notebook)

    assert shown == ["&lt;script>alert(1)&lt;/script> $a<b$", "&lt;img src=x onerror=alert(1)>"]


# Written answers


@pytest.fixture
def with_written(released):
    """The release with a written answer before its last two cells."""
    label = {"grade": True, "solution": True, "locked": False, "task": False, "points": 3}
    label |= {"schema_version": 3, "grade_id": "why"}
    notebook = copy.deepcopy(released)
    cell = new_markdown_cell("YOUR ANSWER HERE", metadata={"nbgrader": label}, id="why")
    notebook.cells.insert(-2, cell)
    return notebook


def read_written(tmp_path, assignment, with_written, notebook):
    path = tmp_path / "least_squares.ipynb"
    path.write_text(json.dumps(notebook))
    submission = read_submission(path, assignment, LIMITS, with_written)
    return cell_of(submission.notebook, "why").source, submission


@pytest.mark.parametrize("retyped", [True, False])
def test_a_written_answer_is_kept(tmp_path, assignment, with_written, retyped):
    notebook = copy.deepcopy(with_written)
    cell_of(notebook, "why").update(source="Because $x < 1$.", cell_type="code" if retyped else "markdown")

    source, submission = read_written(tmp_path, assignment, with_written, notebook)

    assert source == "Because $x < 1$."
    assert cell_of(submission.notebook, "why").cell_type == "markdown"


@pytest.mark.parametrize("keep_stub", [True, False])
def test_a_written_answer_in_an_added_cell_is_found(tmp_path, assignment, with_written, keep_stub):
    notebook = copy.deepcopy(with_written)
    position = index_of(notebook, "why")
    notebook.cells.insert(position + 1, new_markdown_cell("Because."))
    if not keep_stub:
        del notebook.cells[position]

    source, submission = read_written(tmp_path, assignment, with_written, notebook)

    assert source == "Because."
    assert len(submission.notebook.cells) == len(with_written.cells)


def test_an_unanswered_question_stays_unanswered(tmp_path, assignment, with_written):
    source, submission = read_written(tmp_path, assignment, with_written, with_written)

    assert source == "YOUR ANSWER HERE"
    assert submission.notebook == with_written


# Flags


@pytest.mark.parametrize(
    ("name", "value"),
    [("points", 200), ("points", "2"), ("schema_version", 4), ("schema_version", [1]), ("locked", False),
     ("grade", False), ("solution", True), ("task", True)],
)
def test_an_edited_label_is_ignored_and_flagged(read, notebook, solved, name, value):
    cell_of(notebook, "sse_tests").metadata.nbgrader[name] = value

    submission = read(notebook)

    assert submission.notebook == solved
    assert any(name in flag and "sse_tests" in flag for flag in submission.flags)


@pytest.mark.parametrize(
    "name",
    ["conftest.py", "pytest.ini", "sitecustomize.py", "a.pth", "math.py", "torch.py", "numpy", "weights.pt"],
)
def test_a_file_meant_for_the_grader_is_flagged(read, notebook, tmp_path, name):
    if "." in name:
        (tmp_path / name).write_text("raise SystemExit")
    else:
        (tmp_path / name).mkdir()

    (flag,) = read(notebook).flags

    assert repr(name) in flag


def test_a_link_beside_the_notebook_is_flagged(read, notebook, tmp_path):
    (tmp_path / "data.csv").symlink_to("/etc/passwd")

    (flag,) = read(notebook).flags

    assert "symbolic link" in flag


def test_harmless_neighbours_are_not_flagged(read, notebook, tmp_path):
    for name in ("timestamp.txt", "data.csv", "helpers.py", "photo.png"):
        (tmp_path / name).write_text("")

    assert read(notebook).flags == ()


def test_a_crowd_of_files_is_flagged_in_fifty_sentences_and_the_rest_counted(read, notebook, tmp_path):
    for number in range(60):
        (tmp_path / f"{number:02}.pkl").write_text("")

    *flags, last = read(notebook).flags

    assert len(flags) == 50
    assert "'49.pkl'" in flags[-1]
    assert last == "10 more flags of files beside the notebook are not shown."


def test_files_that_were_not_looked_at_are_mentioned(read, notebook, tmp_path):
    for number in range(999):
        (tmp_path / f"{number}.txt").write_text("")

    assert read(notebook).flags == ()

    (tmp_path / "more.txt").write_text("")

    assert read(notebook).flags == (
        "Beside the notebook lie more than 1000 files. Only so many of them were looked at.",
    )


# Refused with a reason


KEYS = b"".join(b'"a%d":1,' % i for i in range(500_000))
DEEP = "[" * 200_000 + "]" * 200_000


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\xef\xbb\xbf", "damaged"),
        (b'{"nbformat": 4, "cells": [', "cut short"),
        (b"PK\x03\x04 not a notebook", "damaged"),
        (b"\xff\xfe{\x00}\x00", "NUL"),
        ('{"nbformat": 4, "cells": [], "é": 1}'.encode("latin-1"), "UTF-8"),
        (b"[]", "not a notebook"),
        (b"null", "not a notebook"),
        (b"4", "not a notebook"),
        (b"NaN", "not a notebook"),
        (b"{}", "format"),
        (b'{"nbformat": 2, "worksheets": []}', "format"),
        (b'{"nbformat": 5, "cells": []}', "format"),
        (b'{"nbformat": "4", "cells": []}', "format"),
        (b'{"nbformat": 4}', "list of cells"),
        (b'{"nbformat": 4, "cells": {}}', "list of cells"),
        (b'{"nbformat": 3, "cells": []}', "list of cells"),
        (b'{"nbformat": 4, "cells": []}', "no cells"),
        (b'{"nbformat": 4, "cells": [1, null, []]}', "no cells"),
        (b'{"nbformat": 4, "cells": [{}]}', "none of the cells of least_squares"),
        (b'{"nbformat": 4, "nbformat": 4, "cells": []}', "twice"),
        (f'{{"nbformat": 4, "cells": {DEEP}}}'.encode(), "nested too deeply"),
        (b'{"nbformat": 4, "cells": [' + b"{}," * 600_000 + b"{}]}", "too many"),
        (b'{"nbformat": 4, "cells": [], "x": {' + KEYS + b'"": 1}}', "too many"),
        (b'{"nbformat": 4, "cells": [], "x": {' + KEYS.replace(b'"a', b'"\\\\a\\"') + b'"": 1}}', "too many"),
        (b'{"nbformat": 4, "cells": [' + b"1," * 2_000_001 + b"1]}", "too many"),
        (b'{"nbformat": 4, "cells": [], "x": "' + b"," * 2_500_000 + b"," * 2_500_000, "cut short"),
        (b'{"nbformat": 4, "cells": [' + b"{}," * 2000 + b"{}]}", "2001 cells"),
        (b'{"nbformat": ' + b"4" * 5000 + b', "cells": []}', "format"),
        (b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "' + b"x" * 600_000 + b'"}]}', "characters"),
        (b"x" * (20 * 2**20 + 1), "larger than 20 MiB"),
    ],
    ids=lambda value: repr(value[:40]),
)
def test_what_cannot_be_read_is_refused_with_reason_and_cure(read, content, reason):
    with pytest.raises(UnreadableSubmission, match=reason) as caught:
        read(content)

    assert caught.value.reason.endswith(".")
    assert caught.value.cure.endswith(".")


def test_large_outputs_of_an_honest_notebook_are_read(read, notebook, solved):
    table = '1.5,"a": {2},\n' * 300_000
    lines = [f"{number}: a, b\n" for number in range(600_000)]
    notebook.metadata["outputs"] = [{"text": table}, {"text": lines}, {"image/png": "A" * 3_000_000}]

    assert answers(read(notebook).notebook) == answers(solved)


@pytest.mark.parametrize(
    "cells",
    [
        ["![screenshot](data:image/png;base64," + "A" * 700_000 + ")"],
        ["<img src='data:image/png;base64," + "A" * 700_000 + "'>"] * 8,
        ["text " * 140_000], ["A note, $x$. " * 300] * 300, ["x" * 20_000] * 250,
    ],
    ids=["picture", "pictures", "long", "many", "many_long"],
)
def test_text_however_long_costs_no_answer(read, notebook, solved, cells):
    notebook.cells[5:5] = [new_markdown_cell(cell) for cell in cells]

    submission = read(notebook)

    assert labelled(submission.notebook) == solved.cells
    assert submission.repairs == ()
    assert len(own_cells(submission.notebook)) == len(cells)


def test_a_picture_pasted_into_a_locked_cell_or_a_written_answer_costs_nothing(tmp_path, assignment, with_written):
    picture = "![image.png](data:image/png;base64," + "A" * 700_000 + ")"
    notebook = copy.deepcopy(with_written)
    notebook.cells[0].source += f"\n\n{picture}"
    cell_of(notebook, "why").source = f"Because.\n\n{picture}\n\nAs you see."

    source, submission = read_written(tmp_path, assignment, with_written, notebook)

    note = "[image.png] (a picture: not shown here, see the notebook that was handed in)"
    assert source == f"Because.\n\n{note}\n\nAs you see."
    assert own_cells(submission.notebook) == [note]


def test_all_the_text_a_file_can_hold_is_read_in_time(read, notebook):
    words = " ".join(f"w{number}" for number in range(1_000))
    notebook.cells += [new_markdown_cell(f"x = '{words} {number}'\n" * 2) for number in range(1_450)]
    began = time.monotonic()

    read(notebook)

    assert time.monotonic() - began < 60  # it takes seconds: this only tells it from hours


def test_numbers_that_are_none_do_no_harm(read, notebook, solved):
    text = json.dumps(notebook).replace('"metadata": {', f'"n": {"9" * 9000}, "m": NaN, "metadata": {{', 1)

    assert answers(read(text.encode()).notebook) == answers(solved)


@pytest.mark.parametrize("character", ["\0", "\ud800"])
def test_characters_that_no_file_can_hold_are_replaced(read, notebook, character):
    cell_of(notebook, "sse").source += f"# {character}"

    submission = read(notebook)

    assert answers(submission.notebook)["sse"].endswith("# \ufffd")
    assert list(repairs_of(submission)) == ["mended"]
    json.dumps(submission.notebook).encode()


@pytest.fixture
def read_path(assignment, released):
    return lambda path, **limits: read_submission(path, assignment, replace(LIMITS, **limits), released)


def test_links_are_not_followed(read_path, notebook, tmp_path):
    (tmp_path / "real.ipynb").write_text(json.dumps(notebook))
    (tmp_path / "soft.ipynb").symlink_to(tmp_path / "real.ipynb")
    (tmp_path / "lost.ipynb").symlink_to(tmp_path / "nowhere")

    for name in ("soft.ipynb", "lost.ipynb"):
        with pytest.raises(UnreadableSubmission, match="symbolic link"):
            read_path(tmp_path / name)


def test_a_hard_link_is_refused(read_path, notebook, tmp_path):
    (tmp_path / "real.ipynb").write_text(json.dumps(notebook))
    os.link(tmp_path / "real.ipynb", tmp_path / "hard.ipynb")

    with pytest.raises(UnreadableSubmission, match="hard link"):
        read_path(tmp_path / "hard.ipynb")


def test_pipes_sockets_devices_and_folders_are_refused_at_once(read_path, tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe.ipynb")
    (tmp_path / "folder.ipynb").mkdir()
    began = time.monotonic()

    for path, reason in ((tmp_path / "pipe.ipynb", "pipe"), (tmp_path / "folder.ipynb", "folder")):
        with pytest.raises(UnreadableSubmission, match=reason):
            read_path(path)
    with pytest.raises(UnreadableSubmission, match="device"):
        read_path(type(tmp_path)("/dev/zero"))
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.ipynb")
        with pytest.raises(UnreadableSubmission, match="socket"):
            read_path(tmp_path / "s.ipynb")
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("name", ["a\0b.ipynb", "x" * 300])
def test_a_name_that_cannot_be_opened_is_a_reason(read_path, tmp_path, name):
    with pytest.raises(UnreadableSubmission, match="could not be opened"):
        read_path(tmp_path / name)


@pytest.mark.parametrize(("names", "found"), [
    ((), "found nothing."),
    (("timestamp.txt",), "found nothing."),
    (("gone.ipynb.txt", "gone.zip", ".ipynb_checkpoints"), "found '.ipynb_checkpoints', 'gone.ipynb.txt', 'gone.zip'."),
    (tuple("abcdefg"), "found 'a', 'b', 'c', 'd', 'e', …."),
])
def test_where_there_is_no_notebook_what_there_is_is_named_and_no_path(read_path, tmp_path, names, found):
    for name in names:
        (tmp_path / name).touch()

    with pytest.raises(UnreadableSubmission) as refused:
        read_path(tmp_path / "gone.ipynb")

    assert found in refused.value.reason
    assert "under the name gone.ipynb" in refused.value.cure
    assert str(tmp_path) not in str(refused.value)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ESTALE])
def test_a_file_that_is_kept_from_the_grader_is_no_fault_of_the_students(read_path, tmp_path, monkeypatch, number):
    def kept(path, *_):
        raise OSError(number, os.strerror(number), str(path))

    (tmp_path / "kept.ipynb").touch()
    monkeypatch.setattr(os, "open", kept)
    with pytest.raises(UsageError, match="right to read it"):
        read_path(tmp_path / "kept.ipynb")


def test_the_size_limit_is_the_assignments(read_path, notebook, tmp_path):
    path = tmp_path / "a.ipynb"
    path.write_text(json.dumps(notebook))

    with pytest.raises(UnreadableSubmission, match="larger"):
        read_path(path, submission_mb=0.001)
    with pytest.raises(UnreadableSubmission, match="cells"):
        read_path(path, submission_cells=3)


def test_a_sparse_terabyte_is_refused_unread(read_path, tmp_path):
    path = tmp_path / "large.ipynb"
    with path.open("wb") as file:
        file.truncate(2**40)

    with pytest.raises(UnreadableSubmission, match="larger"):
        read_path(path)


def test_another_assignments_notebook_is_named(read, assignment, notebook, tmp_path):
    """A course of two assignments: the second is the first with other names."""
    course = tmp_path / "course" / "solutions"
    shutil.copytree(assignment.folder, course / "least_squares")
    text = assignment.notebook_path.read_text()
    for grade_id in IDS:
        text = text.replace(grade_id, f"other_{grade_id}")
    (course / "parabolas").mkdir()
    (course / "parabolas" / "parabolas.ipynb").write_text(text)
    path = tmp_path / "handed_in.ipynb"
    path.write_text(text)

    with pytest.raises(UnreadableSubmission) as caught:
        read_submission(path, load_assignment(course.parent, "least_squares"), LIMITS)

    assert caught.value.reason == "This is the notebook of parabolas; least_squares was expected."
    assert caught.value.cure == "Hand in least_squares.ipynb."


def test_a_file_of_unrelated_cells_is_refused(read):
    cells = [new_code_cell("x = 1"), new_markdown_cell("# My diary")]

    with pytest.raises(UnreadableSubmission, match="none of the cells"):
        read(nbformat.v4.new_notebook(cells=cells))


def test_an_emptied_notebook_of_this_assignment_is_not_refused(read, notebook, released):
    for grade_id in IDS:
        del notebook.cells[index_of(notebook, grade_id)]

    assert answers(read(notebook).notebook) == answers(released)


# Whatever comes: a submission in the assignment's shape, or UnreadableSubmission


@pytest.mark.parametrize(
    "source",
    [
        "(" * 50_000, "-" * 90_000 + "1", "a+" * 40_000 + "1", "not " * 20_000 + "1", "lambda:" * 14_000,
        "'''" + "\\N{x}" * 1000, "\f\tdef sse(): pass", "\\", "def sse(" * 5000,
    ],
    ids=lambda source: source[:8],
)
def test_sources_that_overwhelm_a_parser_are_only_text(read, notebook, source):
    cell_of(notebook, "sse").source = source

    assert answers(read(notebook).notebook)["sse"] == source


def test_many_fields_of_formatted_text_are_not_read_as_python():
    fields = "{a}" * 2001

    assert python_source(f"sse = f'{fields}'") == PythonSource(frozenset({"sse"}), f"sse = f'{fields}'")
    assert python_source(f"sse = Rf'{fields[3:]}'").meaning.startswith("Module(")
    assert python_source("sse = [" + "{1: 2}, " * 2001 + "]").meaning.startswith("Module(")


def test_a_crowd_of_cells_is_read_in_time(read, notebook):
    notebook.cells += [new_code_cell("def sse(): pass\n" * 10) for _ in range(1900)]
    began = time.monotonic()

    read(notebook)

    assert time.monotonic() - began < 60  # it takes a second or two: this only tells it from hours


def assert_in_shape(submission, solved):
    assert isinstance(submission, Submission)
    nbformat.validate(submission.notebook)
    kept = labelled(submission.notebook)
    assert [cell.metadata for cell in kept] == [cell.metadata for cell in solved.cells]
    locked = [(a, b) for a, b in zip(kept, solved.cells, strict=True) if a.metadata.nbgrader.locked]
    assert all(a == b for a, b in locked)
    assert all(not cell.outputs for cell in submission.notebook.cells if cell.cell_type == "code")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@quick
@given(data=st.data())
def test_any_value_may_stand_anywhere(read, solved, data):
    """One to four places of a real notebook, of any depth, are overwritten with any JSON value or removed."""
    damaged = json.loads(json.dumps(solved))
    for _ in range(data.draw(st.integers(1, 4))):
        place = damaged
        for _ in range(data.draw(st.integers(0, 5))):
            inner = place.values() if isinstance(place, dict) else place
            inner = [value for value in inner if isinstance(value, dict | list) and value]
            if not inner:
                break
            place = inner[data.draw(st.integers(0, len(inner) - 1))]
        key = data.draw(st.sampled_from(list(place) if isinstance(place, dict) else range(len(place))))
        if data.draw(st.booleans()):
            place[key] = data.draw(json_values)
        else:
            del place[key]
        if not damaged:
            break
    try:
        submission = read(damaged)
    except UnreadableSubmission:
        return
    assert_in_shape(submission, solved)


@quick
@given(data=st.data())
def test_any_bytes_may_be_cut_changed_or_added(read, solved, data):
    content = bytearray(json.dumps(solved).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(content)))
        end = start + data.draw(st.integers(0, 40))
        content[start:end] = data.draw(st.binary(max_size=8))
    try:
        submission = read(bytes(content))
    except UnreadableSubmission:
        return
    assert_in_shape(submission, solved)


@quick
@given(data=st.data(), strip=st.booleans())
def test_no_answer_is_lost_in_any_order(read, solved, data, strip):
    notebook = copy.deepcopy(solved)
    places = range(len(notebook.cells))
    order = [*data.draw(st.permutations(places)), *data.draw(st.lists(st.sampled_from(places), max_size=5))]
    notebook.cells = [copy.deepcopy(notebook.cells[i]) for i in order]
    if strip:
        strip_labels(notebook)

    submission = read(notebook)

    assert answers(submission.notebook) == answers(solved)
    assert_in_shape(submission, solved)

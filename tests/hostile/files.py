"""Hand-ins that are unusual as files: the notebook's JSON, what lies beside it, what it is at all; as data.

Each case builds its hand-in in an empty folder from a solved notebook (a dict as nbformat writes it). Nothing here
imports pytest or the grader, so that a benchmark can hand the same files to other graders.
"""

from __future__ import annotations

import copy
import json
import os
import pickle
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Notebook = dict[str, Any]
NAME = "trio.ipynb"
_WRONG = "def total(values):\n    return 0.0\n"


@dataclass(frozen=True)
class FileCase:
    """One hand-in. `verdict`: full; merit (total gets 0, the others everything); flag (the same as what `full` says,
    and a flag that contains `says`); refuse (no points, and a reason that contains `says`).
    """

    name: str
    what: str
    verdict: str
    build: Callable[[Path, Notebook], Path]
    full: bool = True
    says: str = ""
    peers: str = ""


def _cell(notebook: Notebook, grade_id: str) -> dict[str, Any]:
    return next(c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == grade_id)


def _saved(folder: Path, content: Notebook | bytes, name: str = NAME) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def _edited(change: Callable[[Notebook], object]) -> Callable[[Path, Notebook], Path]:
    """Build the notebook after `change`."""

    def build(folder: Path, solved: Notebook) -> Path:
        notebook = copy.deepcopy(solved)
        change(notebook)
        return _saved(folder, notebook)

    return build


def _raw(make: Callable[[bytes], bytes]) -> Callable[[Path, Notebook], Path]:
    """Build the bytes that `make` turns a solved notebook's into."""
    return lambda folder, solved: _saved(folder, make(json.dumps(solved).encode()))


def _beside(**files: str) -> Callable[[Path, Notebook], Path]:
    """Build a wrong notebook with files beside it; a double underscore in a name stands for a dot."""

    def build(folder: Path, solved: Notebook) -> Path:
        for name, text in files.items():
            (folder / name.replace("__", ".")).write_text(text)
        return _edited(_answer_wrong)(folder, solved)

    return build


def _answer_wrong(notebook: Notebook) -> None:
    _cell(notebook, "total")["source"] = _WRONG


def _strip(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        cell.pop("id", None)


def _duplicate_answer(notebook: Notebook) -> None:
    stub = copy.deepcopy(_cell(notebook, "total"))
    stub["source"] = "def total(values):\n    raise NotImplementedError"
    notebook["cells"].insert(2, stub)


def _answer_elsewhere(notebook: Notebook) -> None:
    cell = copy.deepcopy(_cell(notebook, "total"))
    cell["metadata"], cell["id"] = {}, "added"
    notebook["cells"].remove(_cell(notebook, "total"))
    notebook["cells"].append(cell)


def _points(value: object) -> Callable[[Notebook], None]:
    def change(notebook: Notebook) -> None:
        _answer_wrong(notebook)
        _cell(notebook, "total_tests")["metadata"]["nbgrader"]["points"] = value

    return change


def _label(cell_id: str, /, **fields: object) -> Callable[[Notebook], None]:
    def change(notebook: Notebook) -> None:
        _answer_wrong(notebook)
        _cell(notebook, cell_id)["metadata"]["nbgrader"].update(fields)

    return change


def _weakened_check(notebook: Notebook) -> None:
    _answer_wrong(notebook)
    _cell(notebook, "total_tests")["source"] = "assert True"


def _tests_turned_off(notebook: Notebook) -> None:
    _answer_wrong(notebook)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["metadata"].setdefault("nbgrader", {})
            cell["metadata"]["tags"] = ["raises-exception", "skip-execution"]
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "4 of 4 points"}]


def _same_ids(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        cell["id"] = "same"


def _attachments(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        cell["attachments"] = {"../../x.png": {"image/png": "A" * 1000, "text/html": "<script>alert(1)</script>"}}


def _kernel(notebook: Notebook) -> None:
    notebook["metadata"]["kernelspec"] = {
        "name": "../../evil", "language": "bash", "display_name": "\x1b[31m", "argv": ["rm", "-rf", "~"],
    }


def _surrogate_outputs(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "\ud800\udfff\ud800"}]


def _widget_state(notebook: Notebook) -> None:
    state = {"state": {"a": {"x": ["<script>"]}}}
    notebook["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": state}
    notebook["metadata"]["nbgrader"] = {"points": 1000, "checksum": "0"}


def _format_3(notebook: Notebook) -> None:
    cells = [{**c, "input": c["source"]} if c["cell_type"] == "code" else c for c in notebook.pop("cells")]
    notebook.update(nbformat=3, nbformat_minor=0, worksheets=[{"cells": cells}])


def _link(folder: Path, solved: Notebook) -> Path:
    real = _saved(folder, solved, "real.txt")
    (folder / NAME).symlink_to(real)
    return folder / NAME


def _link_outside(folder: Path, solved: Notebook) -> Path:
    (folder / NAME).symlink_to("/etc/passwd")
    return folder / NAME


def _hard_link(folder: Path, solved: Notebook) -> Path:
    os.link(_saved(folder, solved, "real.txt"), folder / NAME)
    return folder / NAME


def _pipe(folder: Path, solved: Notebook) -> Path:
    os.mkfifo(folder / NAME)
    return folder / NAME


def _folder(folder: Path, solved: Notebook) -> Path:
    (folder / NAME).mkdir()
    return folder / NAME


def _socket(folder: Path, solved: Notebook) -> Path:
    before = Path.cwd()
    os.chdir(folder)  # a socket's path is short
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(NAME)
    finally:
        os.chdir(before)
    return folder / NAME


def _sparse(folder: Path, solved: Notebook) -> Path:
    with (folder / NAME).open("wb") as file:
        file.truncate(2**40)
    return folder / NAME


def _unreadable_mode(folder: Path, solved: Notebook) -> Path:
    return Path("/dev/zero")


def _pickle(folder: Path, solved: Notebook) -> Path:
    class Bomb:
        def __reduce__(self) -> tuple[Any, ...]:
            return os.mkdir, (str(folder / "pickle-was-loaded"),)

    for name in ("answers.pkl", "weights.pt", "data.joblib"):
        (folder / name).write_bytes(pickle.dumps(Bomb()))
    return _edited(_answer_wrong)(folder, solved)


def _yaml(folder: Path, solved: Notebook) -> Path:
    (folder / "settings.yaml").write_text("!!python/object/apply:os.mkdir [yaml-was-loaded]\n")
    return _edited(_answer_wrong)(folder, solved)


def _link_beside(folder: Path, solved: Notebook) -> Path:
    (folder / "data.csv").symlink_to("/etc/passwd")
    return _saved(folder, solved)


_MANY = b'{"nbformat": 4, "cells": [' + b"{}," * 10_000 + b"{}]}"

FILES = (
    FileCase("answer_deleted_and_added", "The answer stands in an added cell.", "full", _edited(_answer_elsewhere)),
    FileCase("answer_duplicated", "A stub of the same label stands before the answer.", "full",
             _edited(_duplicate_answer), peers="nbgrader"),
    FileCase("cells_reversed", "The cells are in reverse order.", "full", _edited(lambda n: n["cells"].reverse())),
    FileCase("answer_is_text", "The answer was turned into a text cell.", "full",
             _edited(lambda n: _cell(n, "total").update(cell_type="markdown")), peers="nbgrader"),
    FileCase("stripped", "Another editor removed all metadata.", "full", _edited(_strip), peers="nbgrader"),
    FileCase("checks_deleted", "The cells of checks were deleted.", "full",
             _edited(lambda n: n["cells"].remove(_cell(n, "total_tests"))), peers="nbgrader"),
    FileCase("format_3", "The notebook is of format 3.", "full", _edited(_format_3), peers="nbgrader"),
    FileCase("other_name", "A browser called the file trio (1).ipynb.", "full",
             lambda folder, solved: _saved(folder, solved, "trio (1).ipynb"), peers="nbgrader"),
    FileCase("unknown_kernel", "The kernel's name is a path and its command a shell's.", "full", _edited(_kernel),
             peers="nbgrader, Otter"),
    FileCase("same_ids", "All cells have one id.", "full", _edited(_same_ids), peers="nbgrader"),
    FileCase("attachments", "Every cell has attachments whose names climb out.", "full", _edited(_attachments)),
    FileCase("surrogates_in_outputs", "Stored outputs hold text that no file can hold.", "full",
             _edited(_surrogate_outputs)),
    FileCase("widgets", "Widget state and marks stand in the notebook's metadata.", "full", _edited(_widget_state)),
    FileCase("byte_order_mark", "The file begins with a byte order mark.", "full", _raw(lambda b: b"\xef\xbb\xbf" + b)),
    FileCase("minor_version", "The minor version is not a number.", "full",
             _edited(lambda n: n.update(nbformat_minor="x")), peers="nbgrader"),
    FileCase("points_raised", "The points of a wrong answer's checks are a thousand.", "flag", _edited(_points(1000)),
             full=False, says="points"),
    FileCase("points_infinite", "The points are more than a float can hold.", "flag", _edited(_points(1e308)),
             full=False, says="points", peers="nbgrader"),
    FileCase("points_text", "The points are text.", "flag", _edited(_points("<script>")), full=False, says="points"),
    FileCase("points_negative", "The points are negative.", "flag", _edited(_points(-4)), full=False, says="points"),
    FileCase("checks_unlocked", "The cell of checks says it is unlocked and no grade cell.", "flag",
             _edited(_label("total_tests", locked=False, grade=False)), full=False, says="locked"),
    FileCase("schema_version", "The metadata is of a future version.", "flag",
             _edited(_label("total_tests", schema_version=99)), full=False, says="schema_version", peers="nbgrader"),
    FileCase("checksum", "The checksum is the author's own.", "merit",
             _edited(_label("total_tests", checksum="0" * 32)), full=False),
    FileCase("label_of_its_own", "The grade_id is another's, with a path in it.", "flag",
             _edited(_label("total_tests", grade_id="../../line_tests")), full=False, says="grade_id"),
    FileCase("check_weakened", "The visible check was emptied.", "merit", _edited(_weakened_check), full=False),
    FileCase("success_stored", "Outputs of success are stored, and tags ask not to run anything.", "merit",
             _edited(_tests_turned_off), full=False),
    FileCase("conftest_beside", "conftest.py, pytest.ini and a plugin lie beside.", "flag",
             _beside(conftest__py="raise SystemExit", pytest__ini="[pytest]\naddopts = -p evil\n", evil__py="1/0"),
             full=False, says="conftest.py"),
    FileCase("libraries_beside", "Modules named like libraries lie beside.", "flag",
             _beside(math__py="1/0", torch__py="1/0", numpy__py="raise SystemExit", autograder__py="1/0"),
             full=False, says="library's name"),
    FileCase("startup_beside", "Startup files lie beside.", "flag",
             _beside(sitecustomize__py="1/0", x__pth="import os; os._exit(0)", ipython_config__py="1/0"),
             full=False, says="would run code"),
    FileCase("nbgrader_config_beside", "A configuration of nbgrader's lies beside.", "merit",
             _beside(nbgrader_config__py="raise SystemExit", jupyter_config__py="raise SystemExit"), full=False),
    FileCase("pickles_beside", "Pickles that run code when loaded lie beside.", "flag", _pickle, full=False,
             says="would run code"),
    FileCase("yaml_beside", "YAML with a tag that makes a folder lies beside.", "merit", _yaml, full=False),
    FileCase("link_beside", "A link to the system's files lies beside.", "flag", _link_beside, says="symbolic link"),
    FileCase("truncated", "The file is cut in the middle.", "refuse", _raw(lambda b: b[: len(b) // 2]),
             says="cut short", peers="nbgrader"),
    FileCase("empty", "The file is empty.", "refuse", _raw(lambda _: b""), says="empty", peers="nbgrader"),
    FileCase("not_utf8", "The file is not UTF-8.", "refuse", _raw(lambda b: b.replace(b"Trio", b"Tri\xe9")),
             says="UTF-8", peers="nbgrader"),
    FileCase("utf16", "The file is UTF-16.", "refuse", _raw(lambda b: b.decode().encode("utf-16")), says="NUL"),
    FileCase("nul_bytes", "The file is all zeros.", "refuse", _raw(lambda b: bytes(len(b))), says="NUL"),
    FileCase("not_a_notebook", "The file is a picture.", "refuse", _raw(lambda _: b"\x89PNG\r\n\x1a\n"),
             says="UTF-8"),
    FileCase("another_notebook", "The notebook is of no assignment.", "refuse",
             _edited(lambda n: n.update(cells=[{"cell_type": "code", "source": "1", "metadata": {}}])),
             says="none of the cells"),
    FileCase("ten_thousand_cells", "The notebook has ten thousand cells.", "refuse", _raw(lambda _: _MANY),
             says="cells"),
    FileCase("backslashes", "A cell of text is a run of backslashes, slow to search for commands of TeX.", "full",
             _edited(lambda notebook: notebook["cells"].append(
                 {"id": "slow", "cell_type": "markdown", "metadata": {}, "source": "\\" * 20_000}))),
    FileCase("million_fields", "One object has a million fields.", "refuse",
             _edited(lambda notebook: notebook["metadata"].update({str(n): 1 for n in range(10**6)})),
             says="too many"),
    FileCase("deep_json", "The JSON is nested a hundred thousand deep.", "refuse",
             _raw(lambda _: b'{"nbformat": 4, "cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"), says="nested"),
    FileCase("twenty_megabytes", "Stored outputs make the file larger than the limit.", "refuse",
             _raw(lambda b: b[:-1] + b', "x": "' + b"x" * (21 * 2**20) + b'"}'), says="larger"),
    FileCase("sparse_terabyte", "The file says it holds a terabyte.", "refuse", _sparse, says="larger"),
    FileCase("symbolic_link", "The notebook is a symbolic link.", "refuse", _link, says="symbolic link",
             peers="nbgrader"),
    FileCase("link_outside", "The notebook is a link to the system's files.", "refuse", _link_outside,
             says="symbolic link", peers="nbgrader"),
    FileCase("hard_link", "The notebook is a hard link.", "refuse", _hard_link, says="hard link", peers="nbgrader"),
    FileCase("named_pipe", "The notebook is a named pipe, which nobody writes.", "refuse", _pipe, says="pipe",
             peers="nbgrader"),
    FileCase("device", "The notebook is a device without an end.", "refuse", _unreadable_mode, says="device"),
    FileCase("folder", "The notebook is a folder.", "refuse", _folder, says="folder"),
    FileCase("socket", "The notebook is a socket.", "refuse", _socket, says="socket"),
)

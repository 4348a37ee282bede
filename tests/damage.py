"""Damaged copies of real notebooks: their bytes, their JSON or their cells, as editors, disks and students do it.

Each kind of damage is a function that takes a source of chance and changes a notebook. What is done to cells keeps
every answer unless its name is in `LOSES_ANSWERS`: such a notebook is still worth full marks.
"""

from __future__ import annotations

import ast
import copy
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Notebook = dict[str, Any]


@dataclass(frozen=True)
class Damaged:
    """A damaged notebook: what was done to which original, and whether its answers are all still in it."""

    level: str
    done: tuple[str, ...]
    original: str
    content: bytes
    keeps_answers: bool

    def __str__(self) -> str:
        return f"{self.original}: {', '.join(self.done)}"


def damaged(originals: dict[str, Notebook], count: int, seed: int, levels: Sequence[str] = ()) -> Iterator[Damaged]:
    """Yield `count` damaged notebooks: a third each of damaged cells, JSON and bytes, unless `levels` says else."""
    draw = random.Random(seed)
    names = sorted(originals)
    for number in range(count):
        name = draw.choice(names)
        level = (levels or ("cells", "json", "bytes"))[number % len(levels or "123")]
        yield _LEVELS[level](draw, name, copy.deepcopy(originals[name]))


# -- cells


def _cells(draw: random.Random, name: str, notebook: Notebook) -> Damaged:
    done = [draw.choice(list(CELL_DAMAGE)) for _ in range(draw.choice([1, 1, 1, 2, 3, 4]))]
    done.sort(key=lambda kind: kind == "turned into format 3")  # last: the others know format 4
    for kind in done:
        CELL_DAMAGE[kind](draw, notebook)
    content = json.dumps(notebook, indent=draw.choice([None, 1, 4]), ensure_ascii=draw.random() < 0.5).encode()
    return Damaged("cells", tuple(done), name, content, not LOSES_ANSWERS.intersection(done))


def _label(cell: dict[str, Any]) -> dict[str, Any]:
    return cell["metadata"].get("nbgrader") or {}


def _locked(notebook: Notebook) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if _label(cell).get("locked")]


def _answers(notebook: Notebook) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if _label(cell).get("solution") and cell["cell_type"] == "code"]


def _some(draw: random.Random, cells: list[dict[str, Any]], most: int = 4) -> list[dict[str, Any]]:
    return draw.sample(cells, min(len(cells), draw.randint(1, most)))


def _code(source: str) -> dict[str, Any]:
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None, "id": "mine"}


def _remove(notebook: Notebook, gone: list[dict[str, Any]]) -> None:
    notebook["cells"] = [cell for cell in notebook["cells"] if not any(cell is one for one in gone)]


def _delete_locked(draw: random.Random, notebook: Notebook) -> None:
    _remove(notebook, _some(draw, _locked(notebook)))


def _delete_answers(draw: random.Random, notebook: Notebook) -> None:
    _remove(notebook, _some(draw, _answers(notebook)))


def _duplicate(draw: random.Random, notebook: Notebook) -> None:
    for cell in _some(draw, notebook["cells"]):
        notebook["cells"].insert(draw.randint(0, len(notebook["cells"])), copy.deepcopy(cell))


def _shuffle(draw: random.Random, notebook: Notebook) -> None:
    draw.shuffle(notebook["cells"])


def _swap_neighbours(draw: random.Random, notebook: Notebook) -> None:
    cells = notebook["cells"]
    if len(cells) > 1:
        at = draw.randrange(len(cells) - 1)
        cells[at], cells[at + 1] = cells[at + 1], cells[at]


def _retype(draw: random.Random, notebook: Notebook) -> None:
    for cell in _some(draw, [cell for cell in notebook["cells"] if _label(cell)]):
        cell["cell_type"] = draw.choice([kind for kind in ("code", "markdown", "raw") if kind != cell["cell_type"]])


def _strip_metadata(draw: random.Random, notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        cell["metadata"] = {}
    notebook["metadata"] = {}


def _strip_some(draw: random.Random, notebook: Notebook) -> None:
    for cell in _some(draw, notebook["cells"]):
        cell["metadata"] = {}


def _change_id(draw: random.Random, notebook: Notebook) -> None:
    for cell in _some(draw, [cell for cell in notebook["cells"] if _label(cell)]):
        _label(cell)["grade_id"] = draw.choice(["", "x", "sse", "fit_line", 7, None, ["sse"], "sse_tests", "a" * 500])


def _swap_ids(draw: random.Random, notebook: Notebook) -> None:
    answers = _answers(notebook)
    if len(answers) > 1:
        one, other = (_label(cell) for cell in draw.sample(answers, 2))
        if "grade_id" in one and "grade_id" in other:
            one["grade_id"], other["grade_id"] = other["grade_id"], one["grade_id"]


def _change_label(draw: random.Random, notebook: Notebook) -> None:
    for cell in _some(draw, [cell for cell in notebook["cells"] if _label(cell)]):
        field = draw.choice(["points", "grade", "solution", "locked", "task", "schema_version"])
        _label(cell)[field] = draw.choice([0, 1, -5, 1e308, 100, True, False, None, "10", [], {}])


def _lose_ids(draw: random.Random, notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        cell.pop("id", None)


def _same_ids(draw: random.Random, notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        cell["id"] = "same"


def _move_answers(draw: random.Random, notebook: Notebook) -> None:
    """The answer is typed into a cell of the student's own; the cell meant for it holds a stub, or is gone."""
    for cell in _some(draw, _answers(notebook)):
        at = next(i for i, other in enumerate(notebook["cells"]) if other is cell)
        notebook["cells"].insert(draw.choice([at, at + 1, len(notebook["cells"])]), _code(cell["source"]))
        cell["source"] = draw.choice(["", "# see below", "raise NotImplementedError()"])
        if draw.random() < 0.4:
            _remove(notebook, [cell])


def _merge_answers(draw: random.Random, notebook: Notebook) -> None:
    """Two answers in one cell; of the other nothing is left."""
    answers = [cell for cell in _answers(notebook) if defined(_text(cell))]
    if len(answers) > 1:
        one, other = draw.sample(answers, 2)
        one["source"] = f"{_text(one)}\n\n\n{_text(other)}"
        _remove(notebook, [other])


def _split_answer(draw: random.Random, notebook: Notebook) -> None:
    """A helper that stood before an answer gets a cell of its own above it."""
    for cell in _some(draw, _answers(notebook), most=1):
        at = next(i for i, other in enumerate(notebook["cells"]) if other is cell)
        notebook["cells"].insert(at, _code("def my_helper(a):\n    return a"))
        notebook["cells"].insert(at, {"cell_type": "markdown", "metadata": {}, "source": "My helper:", "id": "text"})


def _merge_locked(draw: random.Random, notebook: Notebook) -> None:
    """Two neighbours become one cell, as Jupyter's merge command does it, if neither is an answer."""
    cells = notebook["cells"]
    pairs = [
        i for i in range(len(cells) - 1)
        if cells[i]["cell_type"] == cells[i + 1]["cell_type"]
        and not any(_label(cell).get("solution", True) for cell in cells[i : i + 2])
    ]
    if pairs:
        at = draw.choice(pairs)
        cells[at]["source"] = f"{_text(cells[at])}\n\n{_text(cells[at + 1])}"
        del cells[at + 1]


def _split_locked(draw: random.Random, notebook: Notebook) -> None:
    for cell in _some(draw, _locked(notebook), most=1):
        lines = _text(cell).splitlines(keepends=True)
        if len(lines) > 1:
            cut = draw.randrange(1, len(lines))
            second = copy.deepcopy(cell)
            cell["source"], second["source"] = "".join(lines[:cut]), "".join(lines[cut:])
            at = next(i for i, other in enumerate(notebook["cells"]) if other is cell)
            notebook["cells"].insert(at + 1, second)


def _edit_locked(draw: random.Random, notebook: Notebook) -> None:
    for cell in _some(draw, _locked(notebook)):
        cell["source"] = draw.choice(["", _text(cell).upper(), _text(cell)[: len(_text(cell)) // 2], "pass"])


def _stored_outputs(draw: random.Random, notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = draw.choice([[{"output_type": "stream", "text": "x" * 1000}], [1], {"a": 1}, None, "x"])
            cell["execution_count"] = draw.choice([None, -1, 10**30, "1", []])


def _version(draw: random.Random, notebook: Notebook) -> None:
    notebook["nbformat_minor"] = draw.choice([0, 1, 4, 5, 6, 99, -1, None, "5", 4.5])


def _lists_of_lines(draw: random.Random, notebook: Notebook) -> None:
    end = draw.choice(["\n", "\r\n", "\r"])
    for cell in notebook["cells"]:
        lines = _text(cell).splitlines(keepends=True)
        cell["source"] = [line.replace("\n", end) for line in lines]


def _own_cells(draw: random.Random, notebook: Notebook) -> None:
    for _ in range(draw.randint(1, 3)):
        source = draw.choice(["", "1 / 0", "def f(:", "import math", "x = 1", "# sse", "%matplotlib inline", "\0"])
        notebook["cells"].insert(draw.randint(0, len(notebook["cells"])), _code(source))


def _format_3(draw: random.Random, notebook: Notebook) -> None:
    for cell in notebook.get("cells", []):
        if cell["cell_type"] == "code":
            cell["input"] = cell.pop("source", "")
    if "cells" in notebook:
        notebook["worksheets"] = [{"cells": notebook.pop("cells")}]
    notebook["nbformat"] = 3


def _text(cell: dict[str, Any]) -> str:
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source).replace("\r\n", "\n").replace("\r", "\n")


CELL_DAMAGE: dict[str, Callable[[random.Random, Notebook], None]] = {
    "locked cells deleted": _delete_locked, "answers deleted": _delete_answers, "cells doubled": _duplicate,
    "cells shuffled": _shuffle, "neighbours swapped": _swap_neighbours, "cells retyped": _retype,
    "all metadata stripped": _strip_metadata, "some metadata stripped": _strip_some, "grade_ids changed": _change_id,
    "grade_ids swapped": _swap_ids, "labels changed": _change_label, "cell ids lost": _lose_ids,
    "cell ids all the same": _same_ids, "answers in added cells": _move_answers, "answers merged": _merge_answers,
    "a helper split off": _split_answer, "locked cells merged": _merge_locked, "a locked cell split": _split_locked,
    "locked cells edited": _edit_locked, "outputs stored": _stored_outputs, "minor version changed": _version,
    "lists of lines": _lists_of_lines, "own cells added": _own_cells, "turned into format 3": _format_3,
}
LOSES_ANSWERS = {"answers deleted"}
# after these a careful reader has nothing to say: no cell of the assignment was touched
SILENT = {
    "cell ids lost", "cell ids all the same", "outputs stored", "minor version changed", "lists of lines",
    "own cells added", "a helper split off", "turned into format 3",
}


def defined(source: str) -> dict[str, str]:
    """Return what a cell defines, as trees without layout and comments."""
    try:
        return {
            node.name: ast.dump(node) for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
        }
    except SyntaxError:
        return {}


# -- JSON

_ODD: list[Any] = [
    None, True, False, 0, -1, 10**400, 1e308, float("nan"), float("inf"), "", "x", "\ud800", "\0", [], {}, [[]], [{}],
    {"": None}, {"cells": []}, ["\ud800\n"], "a" * 100_000, [None] * 1000,
]


def _json(draw: random.Random, name: str, notebook: Notebook) -> Damaged:
    done = []
    for _ in range(draw.choice([1, 1, 2, 3, 6])):
        place, key = _place(draw, notebook)
        kind = draw.choice(["a value dropped", "a value replaced", "a value nested", "a value doubled"])
        done.append(kind)
        if kind == "a value dropped":
            del place[key]
        elif kind == "a value replaced":
            place[key] = copy.deepcopy(draw.choice(_ODD))
        elif kind == "a value nested":
            value: Any = place[key]
            for _ in range(draw.choice([1, 2, 20, 40])):  # json itself goes no deeper than a thousand
                value = draw.choice([[value], {"cells": value}])
            place[key] = value
        elif isinstance(place, dict):
            place[draw.choice(["cells", "source", "metadata", "nbgrader", "x"])] = copy.deepcopy(place[key])
        else:
            place.insert(0, copy.deepcopy(place[key]))
        if not notebook:
            break
    text = json.dumps(notebook)
    trick = draw.choice(["none", "none", "a key twice", "a huge number", "deep brackets", "a trailing comma"])
    if trick != "none":
        done.append(trick)
    if trick == "a key twice":
        text = text.replace('{"', '{"cells": [], "', 1) if draw.random() < 0.5 else text[:-1] + ', "cells": []}'
    elif trick == "a huge number":
        text = text.replace(": 4", ": " + draw.choice(["4" * 5000, "4e999999", "-0", "4.0", "1e1"]), 1)
    elif trick == "deep brackets":
        depth = draw.choice([500, 5_000, 100_000, 400_000])
        text = text.replace("null", "[" * depth + "]" * depth, 1)
    elif trick == "a trailing comma":
        text = text.replace("]", ",]", 1)
    return Damaged("json", tuple(done), name, text.encode("utf-8", "surrogatepass"), keeps_answers=False)


def _place(draw: random.Random, notebook: Notebook) -> tuple[Any, Any]:
    place: Any = notebook
    for _ in range(draw.randint(0, 6)):
        inner = [value for value in (place.values() if isinstance(place, dict) else place)
                 if isinstance(value, dict | list) and value]
        if not inner:
            break
        place = draw.choice(inner)
    return place, draw.choice(list(place)) if isinstance(place, dict) else draw.randrange(len(place))


# -- bytes


def _bytes(draw: random.Random, name: str, notebook: Notebook) -> Damaged:
    content = json.dumps(notebook, ensure_ascii=False).encode()
    done = [draw.choice(list(BYTE_DAMAGE)) for _ in range(draw.choice([1, 1, 2]))]
    for kind in done:
        content = BYTE_DAMAGE[kind](draw, content)
    return Damaged("bytes", tuple(done), name, content, keeps_answers=False)


def _flip(draw: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(draw.choice([1, 1, 3, 50])):
        if changed:
            changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
    return bytes(changed)


def _put_in(draw: random.Random, content: bytes, what: bytes) -> bytes:
    at = draw.randint(0, len(content))
    return content[:at] + what + content[at:]


def _recoded(encoding: str) -> Callable[[random.Random, bytes], bytes]:
    return lambda draw, content: content.decode("utf-8", "replace").encode(encoding, "replace")


BYTE_DAMAGE: dict[str, Callable[[random.Random, bytes], bytes]] = {
    "cut short": lambda draw, content: content[: draw.randint(0, len(content))],
    "beginning lost": lambda draw, content: content[draw.randint(0, len(content)) :],
    "bits flipped": _flip,
    "a hole of zeros": lambda draw, content: _put_in(draw, content, bytes(draw.choice([1, 512, 4096]))),
    "garbage put in": lambda draw, content: _put_in(draw, content, draw.randbytes(draw.choice([1, 20, 2000]))),
    "a piece twice": lambda draw, content: _put_in(draw, content, content[: draw.randint(0, 3000)]),
    "two files in one": lambda draw, content: content + content,
    "UTF-16": _recoded("utf-16"), "UTF-32": _recoded("utf-32"), "Latin-1": _recoded("latin-1"),
    "UTF-7": _recoded("utf-7"), "EBCDIC": _recoded("cp500"),
    "a byte order mark": lambda draw, content: b"\xef\xbb\xbf" + content,
    "two byte order marks": lambda draw, content: b"\xef\xbb\xbf" * 2 + content,
    "a merge conflict": lambda draw, content: _put_in(draw, content, b"\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n"),
    "lone surrogates": lambda draw, content: content.replace(b"the", b"\\ud800", 3),
    "overlong UTF-8": lambda draw, content: _put_in(draw, content, b"\xc0\xaf"),
    "a web page": lambda draw, content: b"<!DOCTYPE html><html>" + content,
    "compressed": lambda draw, content: __import__("gzip").compress(content, mtime=0),
}

_LEVELS: dict[str, Callable[[random.Random, str, Notebook], Damaged]] = {
    "cells": _cells, "json": _json, "bytes": _bytes,
}

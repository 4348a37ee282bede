"""A submitted notebook file, opened without following anything and read without believing anything."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from autograder.errors import UnreadableSubmission, UsageError
from autograder.safe_markdown import without_pasted_pictures
from autograder.safe_text import cut
from autograder.settings import Limits

_MEBIBYTE = 2**20
_MAX_BRACKETS = 500_000  # each may become an object of a hundred bytes
_MAX_FIELDS = 500_000  # of all objects: each takes three hundred bytes while it is read
_MAX_ITEMS = 2_000_000  # of all lists and objects; Jupyter writes each on a line, so 20 MiB of output hold fewer
_STRING = r'"(?:[^"\\]++|\\.)*+(?:"|\Z)'
_TOO_MANY = tuple(
    re.compile(rf'(?:(?:[^"{mark}]++|{_STRING})*+{mark}){{{most + 1}}}+'.encode(), re.DOTALL)
    for mark, most in ((":", _MAX_FIELDS), (",", _MAX_ITEMS))
)
_MAX_SOURCE_CHARS = 500_000  # of all code
_MAX_TEXT_CHARS = 2_000_000  # of all cells of text: what is longer is cut, the longest first
_MAX_TEXT_CHARS_A_CELL = 100_000
_MAX_NAME_CHARS = 200
_MAX_DIGITS = 300
_SAVE_AGAIN = "Open the notebook in Jupyter, save it, check that it opens again, and hand in that file."
_HAND_IN_FILE = "Hand in the .ipynb file itself."
_NOT_HANDED_IN = frozenset({"timestamp.txt", "submission_secret.txt"})  # the exchange put them there
# Not the student's doing: the instructor's rights, a disk that fails, a file server that has gone away.
KEPT_FROM_US = frozenset({errno.EACCES, errno.EPERM, errno.EIO, errno.ESTALE, errno.ETIMEDOUT})
# NUL and halves of surrogate pairs: Python will not compile them and no file can hold them.
_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True)
class RawCell:
    """One cell as the student's file has it, with nothing but text and plain metadata left."""

    kind: str
    source: str
    label: Mapping[str, Any]  # nbgrader's metadata, unchecked

    @property
    def grade_id(self) -> str | None:
        """The grade_id the file claims for this cell."""
        value = self.label.get("grade_id")
        return value if isinstance(value, str) and 0 < len(value) <= _MAX_NAME_CHARS else None


@dataclass(frozen=True)
class RawNotebook:
    """A submitted file: its cells, the sha256 of its bytes, and whether characters had to be replaced."""

    cells: tuple[RawCell, ...]
    digest: str
    mended: bool


def read_notebook_file(path: Path, limits: Limits) -> RawNotebook:
    """Read a submitted notebook; raises UnreadableSubmission when it cannot be read.

    Raises UsageError where that is not the student's doing, and nothing else.
    """
    data = _read_bytes(path, int(limits.submission_mb * _MEBIBYTE))
    content = _parse(data)
    cells = content["cells"] if content.get("nbformat") != 3 else list(_upgraded_cells(content))
    if len(cells) > limits.submission_cells:
        raise UnreadableSubmission(
            f"The notebook has {len(cells)} cells; at most {limits.submission_cells:g} are read.",
            "Delete the cells you don't need, and hand it in again.",
        )
    raw = [_raw_cell(cell) for cell in cells if isinstance(cell, dict)]
    if sum(len(cell.source) for cell in raw if cell.kind == "code") > _MAX_SOURCE_CHARS:
        raise UnreadableSubmission(
            f"The cells of code hold more than {_MAX_SOURCE_CHARS} characters.",
            "Take data out of the cells, and hand the notebook in again.",
        )
    raw = _with_shorter_texts(raw)
    mended = any(_NOT_TEXT.search(cell.source) for cell in raw)
    return RawNotebook(
        tuple(RawCell(cell.kind, _NOT_TEXT.sub("\ufffd", cell.source), cell.label) for cell in raw),
        hashlib.sha256(data).hexdigest(),
        mended,
    )


def _read_bytes(path: Path, max_bytes: int) -> bytes:
    try:
        _refuse_other_than_file(os.lstat(path))
        # O_NOFOLLOW and the second look close the gap in which the name could come to mean another file;
        # O_NONBLOCK keeps a pipe from holding the grader up. Neither exists on Windows.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        with open(os.open(path, flags), "rb") as file:  # noqa: PTH123  (pathlib can't open with flags)
            status = os.fstat(file.fileno())
            _refuse_other_than_file(status)
            data = file.read(max_bytes + 1) if status.st_size <= max_bytes else b""
    except FileNotFoundError as error:
        raise UnreadableSubmission(*_not_found(path)) from error
    except (OSError, ValueError) as error:
        number, text = (error.errno, error.strerror) if isinstance(error, OSError) else (None, str(error))
        if number in KEPT_FROM_US:
            raise UsageError(
                f"{path} cannot be read ({text}). Give yourself the right to read it, and run the command again."
            ) from error
        why = "is a symbolic link" if number == errno.ELOOP else f"could not be opened: {text}"
        raise UnreadableSubmission(f"The file {path.name[:_MAX_NAME_CHARS]!r} {why}.", _HAND_IN_FILE) from error
    if status.st_size > max_bytes or len(data) > max_bytes:
        raise UnreadableSubmission(
            f"The file is larger than {max_bytes / _MEBIBYTE:g} MiB.",
            "Clear all outputs in Jupyter, save, and hand the notebook in again.",
        )
    return data


def _not_found(path: Path) -> tuple[str, str]:
    """Return what is there instead of the notebook, and what to do."""
    try:
        names = sorted(name for name in os.listdir(path.parent) if name not in _NOT_HANDED_IN)  # noqa: PTH208
    except OSError:
        names = []
    found = ", ".join(repr(name[:_MAX_NAME_CHARS]) for name in names[:5]) + (", …" if len(names) > 5 else "")
    return (
        f"There is no notebook {path.name!r} in what was handed in; found {found or 'nothing'}.",
        f"Hand in one notebook, as Jupyter saves it, under the name {path.name}: no zip, no folder and no second copy.",
    )


def _refuse_other_than_file(status: os.stat_result) -> None:
    kinds = {stat.S_IFLNK: "a symbolic link", stat.S_IFDIR: "a folder", stat.S_IFREG: ""}
    kind = kinds.get(stat.S_IFMT(status.st_mode), "a pipe, socket or device")
    if not kind and status.st_nlink > 1:
        kind = "a hard link to another file"
    if kind:
        raise UnreadableSubmission(f"What was handed in is {kind}, not a notebook file.", _HAND_IN_FILE)


def _parse(data: bytes) -> dict[str, Any]:
    if not data.strip():
        raise UnreadableSubmission("The file is empty.", _SAVE_AGAIN)
    if b"\0" in data:
        raise UnreadableSubmission("The file holds NUL bytes: it is damaged, or not a notebook.", _SAVE_AGAIN)
    if data.count(b"{") + data.count(b"[") > _MAX_BRACKETS or _has_many_items(data):
        raise UnreadableSubmission(
            "The file holds too many lists and objects to be a notebook.",
            "Clear all outputs in Jupyter, save, and hand the notebook in again.",
        )
    try:
        content = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_unique_keys,
            parse_int=lambda digits: int(digits) if len(digits) <= _MAX_DIGITS else None,
            parse_constant=lambda name: None,
        )
    except UnicodeDecodeError as error:
        raise UnreadableSubmission(
            f"The file is not UTF-8 text (see its byte {error.start}).", _SAVE_AGAIN
        ) from error
    except json.JSONDecodeError as error:
        raise UnreadableSubmission(
            f"The file is damaged or cut short: it goes wrong at line {error.lineno}.", _SAVE_AGAIN
        ) from error
    except (RecursionError, MemoryError) as error:
        raise UnreadableSubmission("The file is nested too deeply to be a notebook.", _SAVE_AGAIN) from error
    return _as_notebook(content)


def _has_many_items(data: bytes) -> bool:
    """Whether there are more fields or items than a notebook holds; colons and commas of strings are none."""
    if data.count(b":") <= _MAX_FIELDS and data.count(b",") <= _MAX_ITEMS:
        return False
    return any(pattern.match(data) for pattern in _TOO_MANY)


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    unique = dict(pairs)
    if len(unique) != len(pairs):
        raise UnreadableSubmission("The file gives a field twice, so it has no one meaning.", _SAVE_AGAIN)
    return unique


def _as_notebook(content: object) -> dict[str, Any]:
    if not isinstance(content, dict):
        raise UnreadableSubmission("The file is JSON, but not a notebook.", _SAVE_AGAIN)
    version = content.get("nbformat")
    if version == 4 and isinstance(content.get("cells"), list):
        return content
    if version == 3 and isinstance(content.get("worksheets"), list):
        return content
    if version not in (3, 4):
        raise UnreadableSubmission(
            f"The notebook's nbformat is {json.dumps(version)[:20]}; the numbers 3 and 4 are read.", _SAVE_AGAIN
        )
    raise UnreadableSubmission("The file has no list of cells.", _SAVE_AGAIN)


def _upgraded_cells(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the cells of a notebook of format 3 under the names that format 4 gives their fields."""
    for sheet in content["worksheets"]:
        cells = sheet.get("cells") if isinstance(sheet, dict) else None
        for cell in cells if isinstance(cells, list) else ():
            if isinstance(cell, dict):
                yield {**cell, "source": cell.get("input", "")} if cell.get("cell_type") == "code" else cell


def _raw_cell(cell: dict[str, Any]) -> RawCell:
    kind = cell.get("cell_type")
    metadata = cell.get("metadata")
    label = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return RawCell(
        kind="code" if kind == "code" else "markdown",
        source=_source_text(cell.get("source")),
        label=label if isinstance(label, dict) else {},
    )


def _with_shorter_texts(cells: list[RawCell]) -> list[RawCell]:
    """Return the cells with pictures left out of long texts, and then the longest texts cut to one length."""
    shorter = [
        cell if cell.kind == "code" else replace(cell, source=without_pasted_pictures(cell.source)) for cell in cells
    ]
    lengths = sorted(len(cell.source) for cell in shorter if cell.kind != "code")
    most, left = _MAX_TEXT_CHARS_A_CELL, _MAX_TEXT_CHARS
    for number, length in enumerate(lengths):
        share = left // (len(lengths) - number)
        if length > share:
            most = min(most, share)
            break
        left -= length
    return [cell if cell.kind == "code" else replace(cell, source=cut(cell.source, most)) for cell in shorter]


def _source_text(source: object) -> str:
    lines = source if isinstance(source, list) else [source]
    text = "".join(line for line in lines if isinstance(line, str))
    return text.replace("\r\n", "\n").replace("\r", "\n")

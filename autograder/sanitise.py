"""What a student's notebook may show in somebody's browser."""

from __future__ import annotations

import base64
import binascii
import struct
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nbformat import NotebookNode

from autograder.safe_html import MAX_HTML_CHARS, clean_html, clean_tex
from autograder.safe_markdown import MAX_MARKDOWN_CHARS, clean_markdown
from autograder.safe_svg import clean_svg
from autograder.safe_text import clean_terminal_text, cut, printable
from autograder.settings import Limits

__all__ = ["clean_markdown", "clean_outputs"]

_MAX_OUTPUTS = 200
_MAX_PIXELS_A_SIDE = 10_000
_MAX_PLAIN_CHARS = 100_000
_MAX_ERROR_CHARS = 50_000
_MAX_ERROR_NAME_CHARS = 1_000
# The most characters that are read of a kind, and what one of them costs next to one of a picture: a parser takes
# as long for a page of Markdown as for a large table.
_MOST_READ = {"text/plain": 4 * _MAX_PLAIN_CHARS, "text/markdown": MAX_MARKDOWN_CHARS, "text/latex": MAX_MARKDOWN_CHARS}
_COST = {"text/markdown": 50, "text/html": 4}


def clean_outputs(outputs: Sequence[object], limits: Limits, display_left: int) -> tuple[list[NotebookNode], int]:
    """Return one cell's outputs with only text, pictures and tables left, and notes of what is left out.

    `display_left` is what is left of the notebook's allowance for pictures and tables, `limits.display_mb`; what is
    then left of it comes back too. Nothing is taken on trust: an output of any shape comes out as a valid one.
    """
    text_left = int(limits.output_kb * 1024)
    cleaned: list[NotebookNode] = []
    raw = list(outputs) if isinstance(outputs, list | tuple) else []
    for position, given in enumerate(raw):
        output = given if isinstance(given, Mapping) else {}
        if position >= _MAX_OUTPUTS:
            cleaned.append(_note(_left_out(f"{len(raw) - position} more outputs of this cell", "too many")))
            break
        cost = _cost(output)
        if cost > display_left:  # it is not read: reading takes the grader's time, whatever comes out
            cleaned.append(_too_much())
            continue
        clean = _clean_output(output, max(text_left, 0))
        if clean.output_type == "stream":
            if not clean.text:
                continue
            text_left -= len(clean.text)
        elif clean.output_type != "error":
            display_left -= max(cost, _size(clean))
            if display_left < 0:
                clean, display_left = _too_much(), 0
        cleaned.append(clean)
    return cleaned, display_left


def _cost(output: Mapping[str, Any]) -> int:
    """Return how much of the notebook's allowance reading an output uses up."""
    if not _is_display(output):
        return 0
    data = output["data"]
    sizes = {kind: len(_text(data[kind])) for kind in _CLEANERS if kind in data}
    if sizes.get("text/html", 0) > MAX_HTML_CHARS:  # it is not read at all
        del sizes["text/html"]
    return sum(min(size, _MOST_READ.get(kind, size)) * _COST.get(kind, 1) for kind, size in sizes.items())


def _is_display(output: Mapping[str, Any]) -> bool:
    return output.get("output_type") in ("display_data", "execute_result") and isinstance(output.get("data"), Mapping)


def _clean_output(output: Mapping[str, Any], text_left: int) -> NotebookNode:
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        text = clean_terminal_text(_text(output.get("text")), text_left)
        return _node(output_type="stream", name=name, text=text)
    if kind == "error":
        traceback = clean_terminal_text(_text(output.get("traceback"), "\n"), _MAX_ERROR_CHARS)
        return _node(
            output_type="error",
            ename=cut(printable(_text(output.get("ename"))), _MAX_ERROR_NAME_CHARS),
            evalue=clean_terminal_text(_text(output.get("evalue")), _MAX_ERROR_NAME_CHARS),
            traceback=traceback.split("\n") if traceback else [],
        )
    if _is_display(output):
        shown = _node(output_type=kind, data=_node(**_clean_data(output["data"])), metadata=_node())
        if kind == "execute_result":
            count = output.get("execution_count")
            shown.execution_count = count if type(count) is int and 0 <= count < 10**9 else None
        return shown
    return _note(_left_out("An output", "of a kind that is not known"))


def _clean_data(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the representations that can be shown safely, or a note in place of all of them."""
    cleaned: dict[str, str] = {}
    for kind, clean in _CLEANERS.items():
        if kind in data:
            content = clean(_text(data[kind]))
            if content is not None:
                cleaned[kind] = content
    if not cleaned:
        kinds = ", ".join(printable(str(kind))[:60] for kind in list(data)[:5]) or "nothing"
        cleaned["text/plain"] = _left_out(f"This output ({kinds})", "only text, pictures and tables are")
    return cleaned


def _clean_png(content: str) -> str | None:
    raw = _decoded(content)
    if raw is None or not raw.startswith(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR") or len(raw) < 24:
        return None
    # A few kilobytes of PNG can claim a picture larger than the browser's memory.
    width, height = struct.unpack(">II", raw[16:24])
    if not (0 < width <= _MAX_PIXELS_A_SIDE and 0 < height <= _MAX_PIXELS_A_SIDE):
        return None
    return base64.b64encode(raw).decode("ascii")


def _clean_jpeg(content: str) -> str | None:
    raw = _decoded(content)
    if raw is None or not raw.startswith(b"\xff\xd8\xff"):
        return None
    return base64.b64encode(raw).decode("ascii")


def _decoded(content: str) -> bytes | None:
    try:
        return base64.b64decode("".join(content.split()), validate=True)
    except (binascii.Error, ValueError):
        return None


# The kinds of output that are shown; any other (scripts, widgets, JSON, frames) is dropped.
_CLEANERS: Mapping[str, Callable[[str], str | None]] = {
    "text/plain": lambda content: clean_terminal_text(content, _MAX_PLAIN_CHARS),
    "text/html": lambda content: clean_html(printable(content)) if len(content) <= MAX_HTML_CHARS else None,
    "text/markdown": clean_markdown,
    "text/latex": lambda content: clean_tex(cut(printable(content), MAX_MARKDOWN_CHARS)),
    "image/png": _clean_png,
    "image/jpeg": _clean_jpeg,
    "image/svg+xml": lambda content: clean_svg(printable(content)),
}


def _text(content: object, separator: str = "") -> str:
    """Return the text of a field that the notebook format allows to be a string or a list of lines."""
    if isinstance(content, str):
        return content
    if isinstance(content, list | tuple):
        return separator.join(line for line in content if isinstance(line, str))
    return ""


def _size(output: NotebookNode) -> int:
    return sum(len(content) for content in output.get("data", {}).values())


def _too_much() -> NotebookNode:
    return _note(_left_out("This output", "the notebook shows too much already"))


def _left_out(what: str, why: str) -> str:
    return f"[{what} not shown: {why}]"


def _note(text: str) -> NotebookNode:
    return _node(output_type="display_data", data=_node(**{"text/plain": text}), metadata=_node())


def _node(**fields: object) -> NotebookNode:
    return NotebookNode(fields)

"""The places of the book that feedback can send a student to: `book/02-least-squares#normal-equations`."""

from __future__ import annotations

import re
from pathlib import Path

BOOK_FOLDER = "book"

_LABEL = re.compile(r"^\(([^()\s]+)\)=\s*$|^:name:\s*(\S+)\s*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.MULTILINE)
_FENCED = re.compile(r"^(`{3,})[^`\n]*\n.*?^\1`*\s*$", re.MULTILINE | re.DOTALL)


def places(course_root: Path) -> frozenset[str]:
    """Return every place there is: each label and each heading of each page."""
    book = course_root / BOOK_FOLDER
    return frozenset(
        f"{BOOK_FOLDER}/{page.relative_to(book).with_suffix('').as_posix()}#{anchor}"
        for page in book.rglob("*.md")
        for anchor in _anchors(page.read_text(encoding="utf-8"))
    )


def pages(course_root: Path) -> frozenset[str]:
    """Return the name of every page of the book, as `_toc.yml` and `assignment.toml` write it."""
    book = course_root / BOOK_FOLDER
    return frozenset(page.relative_to(book).with_suffix("").as_posix() for page in book.rglob("*.md"))


def first_place(course_root: Path) -> str:
    """Return a place that exists, for a new assignment to point to until its author chooses a better one."""
    return min(places(course_root), default=f"{BOOK_FOLDER}/start#start")


def address(section: str, book_url: str) -> str:
    """Return the web address of a place such as `book/02-least-squares#centring`; nothing without a `book_url`."""
    page, _, label = section.partition("#")
    return f"{book_url.rstrip('/')}/{page}.html" + (f"#{label}" if label else "") if book_url else ""


def _anchors(text: str) -> set[str]:
    """Return the ids in a page's HTML: docutils makes them of labels and headings in one and the same way."""
    labels = {_as_id(label or name) for label, name in _LABEL.findall(text)}
    prose = _FENCED.sub("", text)  # a comment in a code cell looks like a heading
    return labels | {_as_id(heading) for heading in _HEADING.findall(prose)}


def _as_id(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")

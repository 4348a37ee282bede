"""How many wrong and right answers to each exercise are known, counted when the book is built."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def known_answers(solutions: Path) -> list[tuple[str, str, int, int]]:
    """Return assignment, exercise, and the numbers of its wrong and its right answers."""
    counts = []
    for settings in sorted(solutions.glob("*/hidden/assignment.toml")):
        for exercise in tomllib.loads(settings.read_text(encoding="utf-8"))["exercises"]:
            wrong, right = (len(list((settings.parent / kind / exercise).glob("*.py"))) for kind in ("wrong", "right"))
            counts.append((settings.parent.parent.name, exercise, wrong, right))
    return counts


class KnownAnswers(SphinxDirective):
    """The table of all exercises."""

    def run(self) -> list[nodes.Node]:
        """Return the table, made anew at each build: answers come more often than this page changes."""
        self.env.note_reread()
        heads = ("Assignment", "Exercise", "Wrong, rejected", "Right, accepted")
        group = nodes.tgroup(cols=len(heads))
        group += [nodes.colspec(colwidth=1) for _ in heads]
        head, body = nodes.thead(), nodes.tbody()
        head += row([nodes.Text(text) for text in heads])
        for assignment, exercise, wrong, right in known_answers(Path(self.env.srcdir) / "solutions"):
            counts = [nodes.Text(str(wrong)), nodes.Text(str(right))]
            body += row([nodes.literal("", assignment), nodes.literal("", exercise), *counts])
        group += [head, body]
        return [nodes.table("", group)]


def row(cells: list[nodes.Node]) -> nodes.row:
    """Return one row."""
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in cells))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("known-answers", KnownAnswers)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}

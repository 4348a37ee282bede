"""The numbers ledger: what every glued number must be, how closely and why; the appendix that shows it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx

BOOK = Path(__file__).resolve().parent.parent
NEGATIVE = re.compile(r"-[\d.,]+(?:e-?\d+)?%?")


@dataclass(frozen=True)
class Entry:
    """One number of one page; the tolerance is absolute, and None means the values must be equal."""

    page: str
    name: str
    value: float | int | str
    tolerance: float | None
    why: str

    def agrees_with(self, computed: object) -> bool:
        """Say whether a computed value is what this entry promises."""
        if isinstance(self.value, str) or isinstance(computed, str) or self.tolerance is None:
            return self.value == computed
        return abs(self.value - float(computed)) <= self.tolerance  # type: ignore[arg-type]


@dataclass(frozen=True)
class Allowed:
    """Digits that stand in a page's prose without being computed there: a definition, a date, a name."""

    page: str
    text: str
    why: str


def read_tables(page: str, folder: Path) -> dict[str, Any]:
    """Return what a page's ledger file says; a page without a file has no numbers."""
    path = folder / f"{page}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def read_allowed(page: str, folder: Path = BOOK / "ledger") -> list[Allowed]:
    """Return the digits a page may write without computing them."""
    return [Allowed(page, table["text"], table["why"]) for table in read_tables(page, folder).get("allowed", [])]


def read_ledger(page: str, folder: Path = BOOK / "ledger") -> dict[str, Entry]:
    """Return the entries of one page by name."""
    entries = {}
    for name, table in read_tables(page, folder).items():
        if name == "allowed":
            continue
        unknown = set(table) - {"value", "tolerance", "why"}
        if unknown or not {"value", "why"} <= set(table):
            message = f"{page}.toml: [{name}] must have value and why, may have tolerance, and has {sorted(table)}."
            raise ValueError(message)
        entries[name] = Entry(page, name, table["value"], table.get("tolerance"), table["why"])
    return entries


class LedgerTable(SphinxDirective):
    """The whole ledger, a table for each page."""

    def run(self) -> list[nodes.Node]:
        """Return a section for each page that has entries."""
        sections: list[nodes.Node] = []
        for path in sorted((BOOK / "ledger").glob("*.toml")):
            self.env.note_dependency(str(path))
            section = nodes.section(ids=[f"ledger-{path.stem}"])
            section += nodes.title("", heading(path.stem))
            entries = list(read_ledger(path.stem).values())
            if entries:
                section += table(entries)
                sections.append(section)
        return sections


def heading(page: str) -> str:
    """Return a page's own title, or its file name while it is being written."""
    path = BOOK / f"{page}.md"
    found = re.search(r"^# (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE) if path.is_file() else None
    return found[1] if found else page


def table(entries: list[Entry]) -> nodes.table:
    """Return entries as a table."""
    heads = ("Name", "Value", "Tolerance", "Why")
    group = nodes.tgroup(cols=len(heads))
    group += [nodes.colspec(colwidth=width) for width in (2, 2, 1, 5)]
    group += nodes.thead("", row(heads))
    body = nodes.tbody()
    for entry in entries:
        tolerance = "exact" if entry.tolerance is None else f"{entry.tolerance:g}"
        body += row((entry.name, str(entry.value), tolerance, entry.why))
    group += body
    return nodes.table("", group, classes=["ledger"])


def row(cells: tuple[str, ...]) -> nodes.row:
    """Return one row of text cells."""
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", cell)) for cell in cells))


class MinusSigns(SphinxPostTransform):
    """Print a glued negative number with a minus sign: Python formats it with a hyphen."""

    default_priority = 900
    formats = ("html",)

    def run(self, **_kwargs: object) -> None:
        """Replace the sign of every pasted number."""
        for pasted in self.document.findall(nodes.inline):
            text = pasted.astext()
            if "pasted-text" in pasted["classes"] and NEGATIVE.fullmatch(text):
                pasted.children = [nodes.Text(text.replace("-", "−"))]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the appendix's directive."""
    app.add_directive("ledger", LedgerTable)
    app.add_post_transform(MinusSigns)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}

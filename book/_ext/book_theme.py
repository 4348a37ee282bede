"""The book's own theme: one style sheet, one small script, no web fonts but the one for mathematics."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from pygments.formatters import HtmlFormatter
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx

THEME = Path(__file__).resolve().parent.parent / "_theme"
LIGHT_CODE = "a11y-high-contrast-light"
DARK_CODE = "a11y-high-contrast-dark"
# Files that Sphinx and myst-nb always copy and no page of this theme refers to.
UNUSED = (
    "alabaster.css",
    "basic.css",
    "pygments.css",
    "plus.png",
    "minus.png",
    "file.png",
)


def write_code_colours(app: Sphinx, exception: Exception | None) -> None:
    """Add the colours of code to the style sheet: for light pages, dark systems and pages switched to dark by hand."""
    if exception or app.builder.format != "html":
        return
    light = HtmlFormatter(style=LIGHT_CODE).get_style_defs(".highlight")
    dark = HtmlFormatter(style=DARK_CODE)
    system = dark.get_style_defs(":root:not([data-theme=light]) .highlight")
    chosen = dark.get_style_defs(":root[data-theme=dark] .highlight")
    rules = f"{light}\n@media (prefers-color-scheme: dark) {{\n{system}\n}}\n{chosen}\n"
    keep = [line for line in rules.splitlines() if "linenos" not in line and not line.startswith(("pre {", "td."))]
    static = Path(app.outdir) / "_static"
    # One file, since a browser draws nothing before it has every style sheet.
    sheet = (THEME / "static" / "book.css").read_text(encoding="utf-8")
    colours = re.sub(r" */\*.*?\*/", "", "\n".join(keep))
    (static / "book.css").write_text(f"{sheet}\n/* Code */\n{colours}", encoding="utf-8")
    for path in static.glob("mystnb.*.css"):
        path.unlink()
    for name in UNUSED:
        (static / name).unlink(missing_ok=True)


# The first hides a folded cell's own words, the second is deprecated, the third then has no list items.
MISLEADING_ATTRIBUTES = (
    ' aria-label="Toggle hidden content"',
    ' role="doc-biblioentry"',
    ' role="list"',
)


class WideTables(SphinxPostTransform):
    """Wrap tables, so that a wide one scrolls inside its own box."""

    default_priority = 900
    formats = ("html",)

    def run(self, **_kwargs: object) -> None:
        """Wrap every table."""
        for table in list(self.document.findall(nodes.table)):
            box = nodes.container(classes=["wide"])
            table.parent.replace(table, box)
            box += table


def theme_digest() -> str:
    """Return a digest of every file of the theme."""
    digest = hashlib.sha256()
    for path in sorted(THEME.rglob("*")):
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()


def mend_roles(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Take out names and roles that myst-nb and docutils write and that accessibility checkers refuse."""
    for unwanted in MISLEADING_ATTRIBUTES:
        context["body"] = context.get("body", "").replace(unwanted, "")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the theme."""
    app.add_html_theme("fit_a_line_twice", str(THEME))
    app.add_post_transform(WideTables)
    # A change of the theme is a change of every page, which Sphinx would not notice by itself.
    app.add_config_value("book_theme_digest", theme_digest(), "html")
    # Jupyter Book always sets this value of an extension that this book leaves out.
    app.add_config_value("comments_config", {}, "html")
    app.connect("html-page-context", mend_roles)
    app.connect("build-finished", write_code_colours, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}

"""Figures: SVG outputs become part of the page, so that their colours follow its light and dark themes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# The colours of book/book_style.py, and the custom property that stands for each in the page's style sheet.
THEME_COLOURS = {
    "#767779": "var(--figure-ink)",
    "#b9babc": "var(--figure-grid)",
    "#fdfefd": "var(--page)",
    "#0072b2": "var(--figure-c0)",
    "#d55e00": "var(--figure-c1)",
    "#009e73": "var(--figure-c2)",
    "#cc79a7": "var(--figure-c3)",
    "#56b4e9": "var(--figure-c4)",
}
USED = re.compile(r'(?:url\(|href=")#([^")]+)')


def page_svg(svg: str, name: str, alt: str) -> str:
    """Return an SVG document as an element of a page: described, with unique names and themed colours."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL)
    used = set(USED.findall(svg))
    svg = re.sub(r' id="([^"]+)"', lambda match: f' id="{name}-{match[1]}"' if match[1] in used else "", svg)
    svg = re.sub(r'(url\(|href=")#', rf"\1#{name}-", svg)
    for colour, themed in THEME_COLOURS.items():
        svg = re.sub(colour, themed, svg, flags=re.IGNORECASE)
    width, height = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups()  # type: ignore[union-attr]
    opening = re.compile(r"<svg\b[^>]*>")
    attributes = f'class="figure" role="img" aria-label="{escape(alt)}"'
    size = f'viewBox="0 0 {width} {height}" style="max-width: {float(width) * 1.4:.0f}px"'
    return re.sub(r"\s*\n\s*", "\n", opening.sub(f"<svg {attributes} {size}>", svg, count=1))


def escape(text: str) -> str:
    """Return text that can stand in a double-quoted attribute."""
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


class InlineFigures(SphinxPostTransform):
    """Put each SVG output of a cell into the page itself."""

    default_priority = 300  # after myst-nb has chosen among an output's formats (4), before images are copied
    formats = ("html",)

    def run(self, **_kwargs: object) -> None:
        """Replace the image nodes that point at SVG files."""
        for index, image in enumerate(list(self.document.findall(nodes.image))):
            uri = image["uri"]
            if not uri.endswith(".svg"):
                continue
            path = Path(self.app.srcdir, uri.lstrip("/")).resolve()
            parent = image.parent
            name = parent["names"][0] if parent.get("names") else f"figure-{index}"
            svg = page_svg(path.read_text(encoding="utf-8"), name, image.get("alt", ""))
            image.replace_self(nodes.raw("", svg, format="html"))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the transform."""
    app.add_post_transform(InlineFigures)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}

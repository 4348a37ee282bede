"""Take the README's pictures from the built book, one for light and one for dark: python book/readme_pictures.py."""

from __future__ import annotations

import re
import sys
from pathlib import Path

BOOK = Path(__file__).resolve().parent
BUILT = BOOK.parent / "_build" / "html"
TARGET = BOOK / "_pictures"
# Figure and page of each picture.
PICTURES = {"fig-crossing": "07-why-it-stopped", "fig-table": "10-shapes-batches"}
THEMES = {"light": ":root", "dark": ":root[data-theme=dark]"}
VARIABLE = re.compile(r"var\((--[\w-]+)\)")
ELEMENT = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def palette(sheet: str, selector: str) -> dict[str, str]:
    """Return a theme's colours by the names that the style sheet gives them."""
    rules = re.search(rf"^{re.escape(selector)} \{{(.*?)^\}}", sheet, re.MULTILINE | re.DOTALL)
    if rules is None:
        message = f"book/_theme/static/book.css: expected a rule for {selector}, found none."
        raise ValueError(message)
    return dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6})\b", rules[1]))


def picture(html: str, figure: str, colours: dict[str, str]) -> str:
    """Return a figure of a built page as a document of its own, in a theme's colours."""
    found = re.search(rf'<figure[^>]* id="{figure}".*?(<svg .*?</svg>)', html, re.DOTALL)
    if found is None:
        message = (
            f"no figure {figure} in the built page; build the book, or change PICTURES in book/readme_pictures.py."
        )
        raise ValueError(message)
    svg = VARIABLE.sub(lambda name: colours[name[1]], found[1])
    return svg.replace("<svg", ELEMENT, 1) + "\n"


def pictures(built: Path) -> dict[str, str]:
    """Return every picture by its file's name."""
    sheet = (BOOK / "_theme" / "static" / "book.css").read_text(encoding="utf-8")
    return {
        f"{figure.removeprefix('fig-')}-{theme}.svg": picture(
            (built / "book" / f"{page}.html").read_text(encoding="utf-8"), figure, palette(sheet, selector)
        )
        for figure, page in PICTURES.items()
        for theme, selector in THEMES.items()
    }


def main() -> int:
    """Write the pictures, or say in a sentence what is missing."""
    if not BUILT.is_dir():
        print(f"readme_pictures: {BUILT} is missing; run make book first.", file=sys.stderr)
        return 2
    TARGET.mkdir(exist_ok=True)
    for name, svg in pictures(BUILT).items():
        (TARGET / name).write_text(svg, encoding="utf-8")
        print(TARGET / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())

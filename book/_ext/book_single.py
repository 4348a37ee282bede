"""The whole book as one file, to keep and to print: every page in order, styles, scripts and font inside."""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any

from book_math import FONT_FILE
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag
    from sphinx.application import Sphinx

FILE = "fit-a-line-twice.html"
INTERACTIVE = "interactive-"  # the scripts look their figures up by these names, which are unique in the book
NAMES = ("id", "for", "name", "aria-labelledby")
# What only a site can do: link to itself, offer downloads.
LEFT_OUT = "a.headerlink, .download, .launch, main script[src], main link"
PRINTED = """
@media print {
  main > section { break-before: page; }
  h1, h2, h3, .admonition-title, legend { break-after: avoid; }
  figure, .check-option, tr, .formula { break-inside: avoid; }
  pre { white-space: pre-wrap; }
  .check-option input { display: none; }
}
"""
TEMPLATE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{title}: the whole book in one file.">
<meta name="color-scheme" content="light dark">
<style>
{style}</style>
</head>
<body>
<header class="top">
<span class="book-title">{title}</span>
<button class="theme" type="button" aria-label="Switch between light and dark"></button>
</header>
<div class="frame">
<div class="middle">
<nav aria-label="Pages">
<h2>Pages</h2>
<ul>
{contents}</ul>
</nav>
<main id="content">
{pages}</main>
<footer class="bottom"><p>© {copyright}. Text and figures: CC BY 4.0. Code: MIT.</p>
<p>Last built with {built_with}.</p></footer>
</div>
</div>
{scripts}</body>
</html>
"""


def pages_in_order(app: Sphinx) -> Iterator[str]:
    """Yield the pages as *Next* leads through them."""
    relations = app.env.collect_relations()
    page: str | None = app.config.root_doc
    while page is not None:
        yield page
        page = relations[page][2]


def article(html: str, page: str, pages: set[str]) -> Tag:
    """Return what a built page says, its names made unique and its links leading within the file."""
    soup = BeautifulSoup(html, "html.parser")
    main = soup.main.section  # type: ignore[union-attr]
    for element in soup.select(LEFT_OUT):
        element.decompose()
    for element in main.find_all(True):  # type: ignore[union-attr]
        for name in NAMES:
            if name in element.attrs and not element[name].startswith(INTERACTIVE):
                element[name] = f"{page}--{element[name]}"
        for name, value in element.attrs.items():
            if isinstance(value, str) and "url(#" in value:
                element[name] = value.replace("url(#", f"url(#{page}--")
        if "href" in element.attrs:
            relink(element, page, pages)
    # The page's own name takes the place of its first section's, which links may use as well.
    main.insert(0, soup.new_tag("span", id=f"{page}--{main['id']}"))  # type: ignore[union-attr, index]
    main["id"] = page  # type: ignore[index]
    return main  # type: ignore[return-value]


def relink(element: Tag, page: str, pages: set[str]) -> None:
    """Make a link lead to the same place in the one file; what is not in it becomes plain words."""
    address = str(element["href"])
    if re.match(r"[a-z]+:", address):
        return
    file, _, anchor = address.partition("#")
    target = file.removesuffix(".html") or page
    if target in pages:
        element["href"] = f"#{target}--{anchor}" if anchor else f"#{target}"
    else:
        element.name = "span"
        del element["href"]


def script(path: Path) -> str:
    """Return a script's element."""
    return f"<script>\n{path.read_text(encoding='utf-8')}</script>\n"


def write_single_file(app: Sphinx, exception: Exception | None) -> None:
    """Write the file beside the site's start."""
    if exception or app.builder.name != "html":
        return
    output, static = Path(app.outdir), Path(app.outdir) / "_static"
    docnames = list(pages_in_order(app))
    names = {Path(docname).name for docname in docnames}
    pages, contents, scripts = [], [], ["book.js"]
    for docname in docnames:
        html = (output / f"{docname}.html").read_text(encoding="utf-8")
        scripts += re.findall(r'src="[./]*_static/(interactive[\w-]*\.js)"', html)
        name = Path(docname).name
        pages.append(f"{article(html, name, names)}\n")
        contents.append(f'<li><a href="#{name}">{app.env.titles[docname].astext()}</a></li>\n')
    font = b64encode((output / FONT_FILE).read_bytes()).decode("ascii")
    style = (static / "book.css").read_text(encoding="utf-8")
    style = style.replace(f'url("{Path(FONT_FILE).name}")', f'url("data:font/woff;base64,{font}")')
    if len(scripts) > 1:
        style += (static / "interactive.css").read_text(encoding="utf-8")
    text = TEMPLATE.format(
        title=app.config.html_title,
        style=style + PRINTED,
        contents="".join(contents),
        pages="".join(pages),
        copyright=app.config.copyright,
        built_with=app.config.book_built_with,
        scripts="".join(
            f"<script>\n{(static / name).read_text('utf-8')}</script>\n" for name in dict.fromkeys(scripts)
        ),
    )
    (output / FILE).write_text(text, encoding="utf-8")


def add_link(_app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Tell the start page's template where the file is."""
    context["single_file"] = FILE if page == context.get("root_doc") else None


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the writer and the link."""
    app.connect("html-page-context", add_link)
    app.connect("build-finished", write_single_file, priority=950)  # after the style sheet and the font are written
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}

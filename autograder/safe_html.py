"""HTML and TeX from a student's outputs, with nothing left that runs, loads or styles."""

from __future__ import annotations

import re

import nh3

_BLOCKS = {"blockquote", "dd", "div", "dl", "dt", "hr", "li", "ol", "p", "pre", "ul"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_INLINE = {"a", "b", "br", "code", "em", "i", "kbd", "s", "small", "span", "strong", "sub", "sup", "u"}
_TABLE = {"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
_EMPTIED = {
    "iframe", "math", "noembed", "noframes", "noscript", "object", "script", "style", "svg", "template",
    "title",
}
_MAX_CHARS = 500_000
_MAX_DEPTH = 100
_LARGEST_SPAN = 1000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}

# MathJax commands that make links, attributes or styles, or look commands up: no formula here needs one.
_TEX_COMMAND = re.compile(
    r"(?<!\\)\\++(?=(?:href|url|html[a-z]*|class|style|cssid|data|require|csname|unicode|bbox|mmltoken|includegraphics)"
    r"(?![a-z]))",
    re.IGNORECASE,
)


def _keep_attribute(_tag: str, name: str, value: str) -> str | None:
    """Drop the span of a table cell that claims a million columns and freezes the page."""
    if name in {"colspan", "rowspan"}:
        return value if re.fullmatch(r"[0-9]{1,4}", value) and int(value) <= _LARGEST_SPAN else None
    return value


_CLEANER = nh3.Cleaner(
    tags=_BLOCKS | _HEADINGS | _INLINE | _TABLE,
    clean_content_tags=_EMPTIED,
    attributes={"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}},
    allowed_classes={"table": {"dataframe"}},
    attribute_filter=_keep_attribute,
    link_rel="noopener noreferrer nofollow",
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",
    strip_comments=True,
)


def clean_html(text: str) -> str | None:
    """Return the tables, lists and emphasis of an output; None if it is too large or too deep to read.

    Parsing takes time quadratic in the depth of open elements: a few kilobytes of them would hold a batch up.
    """
    if len(text) > _MAX_CHARS or _depth(text) > _MAX_DEPTH:
        return None
    return clean_tex(_CLEANER.clean(text))


def clean_tex(text: str) -> str:
    """Return `text` in which MathJax finds no command that makes a link, an attribute or a style."""
    return _TEX_COMMAND.sub("", text)


def has_unsafe_tex(text: str) -> bool:
    """Whether MathJax would find, in `text` as the browser shows it, a command that `clean_tex` removes."""
    return _TEX_COMMAND.search(text) is not None


def _depth(text: str) -> int:
    """Return the greatest number of elements open at once, if only its own end tag closed each."""
    opened: list[str] = []
    deepest = 0
    for closing, name in _TAG.findall(text):
        if closing:
            if opened and opened[-1] == name:
                opened.pop()
        elif name.lower() not in _VOID:
            opened.append(name)
            deepest = max(deepest, len(opened))
    return deepest

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
MAX_HTML_CHARS = 500_000
_MAX_DEPTH = 100
_MAX_ATTRIBUTES = 100
_MAX_ROOTS = 10
_MAX_REOPENED = 400_000
_MAX_AMPERSAND_WORK = 10**9  # each takes longer the more text there is
_LARGEST_SPAN = 1000
# What an HTML parser doesn't read as tags and text: comments, declarations, and elements of text that is not shown.
_UNREAD = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>iframe|noembed|noframes|noscript|plaintext|script|style|textarea|title|xmp)(?![^ \t\n\f\r/>])"
    r".*?(?:</(?P=raw)(?![^ \t\n\f\r/>])[^>]*(?:>|\Z)|\Z)"
    r"|<(?:[!?]|/(?![a-zA-Z]))[^>]*(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = (
    r"[ \t\n\f\r/]*+[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+"
    r"(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+"
    r"(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^ \t\n\f\r>\"'][^ \t\n\f\r>]*+)?+)?+"
)
_TAG = re.compile(
    r"<(?P<closing>/?)(?P<name>[a-zA-Z][^ \t\n\f\r/>]*+)"
    rf"(?:{_ATTRIBUTE}){{0,{_MAX_ATTRIBUTES}}}+(?P<more>{_ATTRIBUTE})?"
)
# Elements that a parser opens again in each block after one that ended before they did.
_REOPENED = {
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
}
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
    """Return the tables, lists and emphasis of an output; None if it is too large or too intricate to read."""
    if len(text) > MAX_HTML_CHARS:
        return None
    text = _UNREAD.sub("", text)
    if _UNREAD.search(text) or text.count("&") * len(text) > _MAX_AMPERSAND_WORK or _is_slow(text):
        return None
    return clean_tex(_CLEANER.clean(text))


def clean_tex(text: str) -> str:
    """Return `text` in which MathJax finds no command that makes a link, an attribute or a style."""
    return _TEX_COMMAND.sub("", text)


def has_unsafe_tex(text: str) -> bool:
    """Whether MathJax would find, in `text` as the browser shows it, a command that `clean_tex` removes."""
    return _TEX_COMMAND.search(text) is not None


def _is_slow(text: str) -> bool:
    """Whether reading these tags could take time quadratic in their number, or copy them again and again.

    Elements count as open until their own end tag, attributes of the root as added again with each of its tags.
    """
    opened: list[str] = []
    roots = reopened = open_again = 0
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if tag["more"]:
            return True
        if tag["closing"]:
            if opened and opened[-1] == name:
                opened.pop()
                open_again -= name in _REOPENED
        elif name not in _VOID:
            opened.append(name)
            open_again += name in _REOPENED
        roots += name in {"body", "html"}
        reopened += open_again
        if len(opened) > _MAX_DEPTH or roots > _MAX_ROOTS or reopened > _MAX_REOPENED:
            return True
    return False

"""A student's Markdown with its formulas and code unchanged and nothing that runs, loads or leads astray.

nbconvert passes raw HTML, any address and `mermaid` blocks through unchanged. So what is cleaned here is read
back with nbconvert's own parser, and only what that parser finds harmless is handed on.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

from nbconvert.filters.markdown_mistune import MarkdownWithMath

from autograder.safe_html import clean_tex, has_unsafe_tex
from autograder.safe_text import cut, printable

MAX_MARKDOWN_CHARS = 20_000

_PLAIN_TAG = r"(?:b|i|em|strong|u|s|sub|sup|kbd)"
_KEPT_HTML = re.compile(rf"<br\s?/?>|</?{_PLAIN_TAG}>", re.IGNORECASE)
_TAG_START = re.compile(r"<(?=[A-Za-z/!?])")
# What may stay as it is, before every other `<` that could open a tag.
_MARKUP = re.compile(
    rf"(?P<kept><br\s?/?>|<(?P<tag>{_PLAIN_TAG})>[^<>\n`$]*</(?P=tag)>"
    r"|<(?:https?://|mailto:)[^\s<>\"']+>)|(?P<escaped>\\?<(?=[A-Za-z/!?]))",
    re.IGNORECASE,
)
_FENCED = r"^[ ]{0,3}(?P<mark>`{3,}+|~{3,}+)(?P<info>[^\n`]*)\n.*?(?:^[ ]{0,3}(?P=mark)[`~]*[ \t]*$|\Z)"
_CODE_SPAN = r"(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
_FORMULA = (
    r"\$\$.+?\$\$|(?<![\\$])\$(?!\s)[^$\n]+?(?<!\\)\$"
    r"|\\begin\{(?P<environment>[a-z]{1,20}\*?)\}.*?\\end\{(?P=environment)\}"
)
_VERBATIM = re.compile(
    rf"(?P<fenced>{_FENCED})|(?P<code>{_CODE_SPAN})|(?P<formula>{_FORMULA})", re.MULTILINE | re.DOTALL
)
_FENCE_START = re.compile(r"(`{3,}|~{3,})[^\n`]*")
_PLAIN_FENCES = frozenset(("", "bash", "console", "ipython3", "json", "py", "python", "python3", "text"))
_INLINE_ADDRESS = re.compile(r"(?P<bang>!?)(?P<label>\[[^\[\]\n]{0,1000}\])\((?P<address>\s*<?[^\s)>]*)")
_REFERENCE_ADDRESS = re.compile(r"(?P<label>\[[^\[\]\n]{1,1000}\]):(?P<address>\s*<?[^\s>]*)")
_LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\"'<>\\]+|#[\w.:%-]*", re.IGNORECASE)
# A picture that was pasted: into the address, or, as `attachment:`, into the cell's own store, which isn't kept.
_PASTED = re.compile(r"(data:image/[^\s\"'()<>,]{1,80},)[^\s\"'()<>]{200,}")
_PASTED_PLACE = re.compile(
    r"!(?P<label>\[[^\[\]\n]{0,1000}\])\(\s*<?(?P<address>(?:attachment:|data:image/)[^\s)>]*)>?"
    r"|<img\b[^<>]{0,500}?\bsrc\s*=\s*[\"']?(?:attachment:|data:image/)[^<>]{0,50000}>"
    r"|(?P<reference>\[[^\[\]\n]{1,1000}\]):\s*<?data:image/[^\s>]*>?",
    re.IGNORECASE,
)
_NOT_SHOWN = "a picture: not shown here, see the notebook that was handed in"
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif);base64,[A-Za-z0-9+/]+={0,2}")

# nbconvert looks for the end of a formula from each place where one begins, to the end of the text.
_FORMULA_START = re.compile(r"\\\\[\[(]|\\begin\{")
_MAX_FORMULAS = 200
# It reads all rows of a table before one that doesn't fit, and begins again at the next row that may rule one off.
_TABLE_RULE = re.compile(r"^[ \t>]*[|:-][ \t|:>-]*$", re.MULTILINE)
_MAX_TABLES = 20

_Token = dict[str, Any]


def clean_markdown(text: str, max_chars: int = MAX_MARKDOWN_CHARS) -> str:
    """Return `text` so that nbconvert, and the browser after it, find only formatting, formulas and links.

    Of HTML only a few tags without attributes stay; the rest is shown as it was typed. Pictures stay if they
    are in the text itself, and the text is not too long with them, links if they lead to the web; anything else is
    left as text. Where a picture was pasted and doesn't stay, a note says where to see it.
    """
    shown = cut(_PASTED_PLACE.sub(_noted, without_pasted_pictures(printable(text), max_chars)), max_chars)
    if len(_FORMULA_START.findall(shown)) > _MAX_FORMULAS or len(_TABLE_RULE.findall(shown)) > _MAX_TABLES:
        return _spelled_out(shown)
    for clean in (_clean_gently, _clean_strictly):
        cleaned = clean(shown)
        if is_harmless(cleaned):
            return cleaned
    return _spelled_out(shown)


def without_pasted_pictures(text: str, max_chars: int = MAX_MARKDOWN_CHARS) -> str:
    """Return `text` without the data of the pictures in it, if it is longer than `max_chars` with them."""
    return _PASTED.sub(r"\1", text) if len(text) > max_chars else text


def _noted(match: re.Match[str]) -> str:
    """Return a picture that can be shown as it is, and a note in place of any other."""
    if match["label"]:
        return match[0] if _PICTURE.fullmatch(match["address"]) else f"{match['label']} ({_NOT_SHOWN}"
    return f"{match['reference']} : ({_NOT_SHOWN})" if match["reference"] else f"({_NOT_SHOWN})"


def is_harmless(text: str) -> bool:
    """Whether nbconvert would render `text` without raw HTML, diagrams, outside pictures or bad addresses."""
    try:
        tokens = MarkdownWithMath(renderer=None)(text)
    except Exception:  # a text that breaks the parser breaks the page it is shown on, whatever the exception
        return False
    return all(map(_token_is_harmless, _walk(tokens))) and not has_unsafe_tex(_shown_text(tokens))


def _clean_gently(text: str) -> str:
    """Clean what stands between code and formulas; leave those as they are, but for a fence's language."""
    pieces: list[str] = []
    end = 0
    for match in _VERBATIM.finditer(text):
        pieces += [_clean_prose(text[end : match.start()]), _clean_verbatim(match)]
        end = match.end()
    pieces.append(_clean_prose(text[end:]))
    return "".join(pieces)


def _clean_verbatim(match: re.Match[str]) -> str:
    if match["formula"]:
        return clean_tex(match[0])
    if match["fenced"] and match["info"].strip().lower() not in _PLAIN_FENCES:
        start, stop = match.span("info")
        return match[0][: start - match.start()] + match[0][stop - match.start() :]
    return match[0]


def _clean_prose(text: str) -> str:
    text = _INLINE_ADDRESS.sub(_clean_inline_address, clean_tex(text))
    text = _REFERENCE_ADDRESS.sub(
        lambda match: match[0] if _is_web(match["address"]) else f"{match['label']} :{match['address']}", text
    )
    return _MARKUP.sub(lambda match: match["kept"] or "&lt;", text)


def _clean_inline_address(match: re.Match[str]) -> str:
    bang, label, address = match["bang"], match["label"], match["address"]
    if bang and _PICTURE.fullmatch(address.strip()):
        return match[0]
    return f"{label}({address}" if _is_web(address) else f"{label} ({address}"


def _is_web(address: str) -> bool:
    return _LINK.fullmatch(html.unescape(address).strip().removeprefix("<")) is not None


def _clean_strictly(text: str) -> str:
    """Break every tag, link, picture and fence language, wherever it stands: the text stays readable."""
    text = _FENCE_START.sub(r"\1", _TAG_START.sub("< ", clean_tex(text)))
    return text.replace("](", "] (").replace("]:", "] :").replace("![", "! [")


def _spelled_out(text: str) -> str:
    """Write every mark as a character reference, so that no parser finds any markup at all."""
    text = text.replace("\\", "∖")
    return "".join(c if c.isalnum() or c in " \n" else f"&#{ord(c)};" for c in text)


def _walk(tokens: Iterable[_Token]) -> Iterator[_Token]:
    for token in tokens:
        yield token
        yield from _walk(token.get("children", ()))


def _token_is_harmless(token: _Token) -> bool:
    attributes = token.get("attrs") or {}
    kind = token["type"]
    if kind in {"inline_html", "block_html"}:
        return _TAG_START.search(_KEPT_HTML.sub("", token["raw"])) is None
    if kind == "link":
        return _LINK.fullmatch(html.unescape(attributes["url"])) is not None
    if kind == "image":
        return _PICTURE.fullmatch(attributes["url"]) is not None
    if kind == "block_code":
        return (attributes.get("info") or "").strip().lower() in _PLAIN_FENCES
    return True


def _shown_text(tokens: Iterable[_Token]) -> str:
    """Return the text outside code as the browser joins it: MathJax reads it after every escape is undone."""
    return "".join(
        html.unescape(token.get("raw", "\n"))
        for token in _walk(tokens)
        if token["type"] not in {"codespan", "block_code"}
    )

"""The glossary at work: each page links a term where it first uses it, and the index says which pages do."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from book_checks import CheckNode
from book_ledger import BOOK
from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

GLOSSARY = "a-glossary"
SUBJECT = re.compile(r"^## Words of the subject\n(?P<entries>.*?)^:::\n", re.MULTILINE | re.DOTALL)
# Where a link would be in the way: it cannot stand inside another, a label or a heading, and code is not prose.
# Metadata and docutils' own messages are taken out of the page later.
CLOSED = (
    nodes.title, nodes.reference, nodes.literal, nodes.literal_block, nodes.math, nodes.math_block, nodes.raw,
    nodes.caption, nodes.table, nodes.citation, nodes.docinfo, nodes.system_message, addnodes.pending_xref, CheckNode,
)  # fmt: skip


class TermIndex(nodes.General, nodes.Element):
    """The place of the index, filled when every page has been read."""


@cache
def terms() -> tuple[str, ...]:
    """Return the terms of the subject as the glossary writes them; those of the course are everyday words."""
    found = SUBJECT.search((BOOK / f"{GLOSSARY}.md").read_text(encoding="utf-8"))
    if found is None:
        message = f"book/{GLOSSARY}.md: expected a glossary below the heading 'Words of the subject', found none."
        raise ValueError(message)
    return tuple(re.findall(r"^(?![ :\n])(.+)$", found["entries"], re.MULTILINE))


@cache
def pattern() -> re.Pattern[str]:
    """Return what finds any term in running text, the longest first, in the plural and other forms as well."""
    forms = (form(term) for term in sorted(terms(), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(f'({each})' for each in forms)})(?![\w-])", re.IGNORECASE)


def form(term: str) -> str:
    """Return a term's pattern: any white space between words, any ending that English gives them."""
    if term.endswith("e") and " " not in term:
        return rf"{term[:-1]}(?:e|es|ed|ing)"
    if term.endswith("s"):
        return rf"{term[:-1]}s?(?:es)?".replace(" ", r"\s+")
    return rf"{term}(?:s|es|ed)?".replace(" ", r"\s+")


def term_of(match: re.Match[str]) -> str:
    """Return the glossary's spelling of what was found."""
    return sorted(terms(), key=len, reverse=True)[match.lastindex - 1]  # type: ignore[operator]


def prose_of(document: nodes.document) -> Iterator[nodes.Text]:
    """Yield a page's running text, in order."""
    for text in list(document.findall(nodes.Text)):
        ancestors = [text.parent]
        while ancestors[-1].parent is not None:
            ancestors.append(ancestors[-1].parent)
        if any(isinstance(node, nodes.paragraph) for node in ancestors) and not any(
            isinstance(node, CLOSED) or "objectives" in node.get("classes", []) for node in ancestors
        ):
            yield text


class LinkFirstUse(SphinxTransform):
    """Link each term of the glossary where a page first uses it."""

    default_priority = 880  # after myst-nb and docutils have made all text

    def apply(self, **_kwargs: object) -> None:
        """Replace the first use of each term on the pages of the book; appendices are looked things up in."""
        page = self.env.docname.rsplit("/", 1)[-1]
        if not page[0].isdigit():
            return
        used: dict[str, str] = {}
        for text in prose_of(self.document):
            pieces = list(self.pieces(text.astext(), used))
            if pieces != [text]:
                text.parent.replace(text, pieces)
        uses(self.env)[self.env.docname] = used

    def pieces(self, text: str, used: dict[str, str]) -> Iterator[nodes.Node]:
        """Yield a text in pieces: plain text, and a link for each term that the page has not used before."""
        done = 0
        for match in pattern().finditer(text):
            term = term_of(match)
            if term in used:
                continue
            used[term] = make_id(self.env, self.document, "use", term)
            words = nodes.inline("", match[0], classes=["xref", "std", "std-term"])
            link = addnodes.pending_xref(
                "", words, refdomain="std", reftype="term", reftarget=term, refdoc=self.env.docname, refexplicit=True
            )
            if match.start() > done:
                yield nodes.Text(text[done : match.start()])
            yield nodes.inline("", "", link, ids=[used[term]], classes=["term-use"])
            done = match.end()
        if done < len(text):
            yield nodes.Text(text[done:])


def uses(env: BuildEnvironment) -> dict[str, dict[str, str]]:
    """Return, for every page read so far, its terms and the names of the places that first use them."""
    if not hasattr(env, "book_term_uses"):
        env.book_term_uses = {}  # type: ignore[attr-defined]
    return env.book_term_uses  # type: ignore[attr-defined, no-any-return]


def forget(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget a page that is about to be read again."""
    uses(env).pop(docname, None)


def merge(_app: Sphinx, env: BuildEnvironment, docnames: Iterable[str], other: BuildEnvironment) -> None:
    """Take over what another process has read."""
    for docname in docnames:
        if docname in uses(other):
            uses(env)[docname] = uses(other)[docname]


class TermIndexDirective(SphinxDirective):
    """The index: every term, where it is explained and where each page first uses it."""

    def run(self) -> list[nodes.Node]:
        """Return the place of the index."""
        self.env.book_index_page = self.env.docname  # type: ignore[attr-defined]
        return [TermIndex()]


def write_index_again(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Name the index's page as changed whenever any page is: its entries may point elsewhere now."""
    page = getattr(env, "book_index_page", None)
    return [page] if page in env.found_docs else []


def fill_index(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the entries in the place of the index."""
    for place in list(doctree.findall(TermIndex)):
        listed = nodes.bullet_list(classes=["index"])
        for term in sorted(terms(), key=str.lower):
            entry = nodes.paragraph("", "", nodes.strong(term, term), nodes.Text(": "))
            entry += glossary_link(app, docname, term)
            for page, used in sorted(uses(app.env).items()):
                if term in used:
                    uri = app.builder.get_relative_uri(docname, page)
                    title = app.env.titles[page].astext()
                    entry += [nodes.Text(" · "), link(f"{uri}#{used[term]}", title)]
            listed += nodes.list_item("", entry)
        place.replace_self(listed)


def glossary_link(app: Sphinx, docname: str, term: str) -> nodes.reference:
    """Return a link to a term's explanation."""
    page, anchor = app.env.domaindata["std"]["objects"]["term", term]
    return link(f"{app.builder.get_relative_uri(docname, page)}#{anchor}", "meaning")


def link(uri: str, words: str) -> nodes.reference:
    """Return a link within the book."""
    return nodes.reference("", words, internal=True, refuri=uri)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the links and the index."""
    app.add_transform(LinkFirstUse)
    app.add_directive("term-index", TermIndexDirective)
    app.add_node(TermIndex)
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)
    app.connect("env-updated", write_index_again)
    app.connect("doctree-resolved", fill_index)
    return {"version": "1", "env_version": 3, "parallel_read_safe": True, "parallel_write_safe": True}

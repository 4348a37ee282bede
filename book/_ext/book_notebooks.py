"""Every page as a notebook to download: plain Markdown and code, free of this book's software."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from book_ledger import BOOK, Entry, read_ledger
from myst_nb.core.read import read_myst_markdown_notebook
from myst_parser.config.main import MdParserConfig
from pybtex.database import BibliographyData, parse_file
from sphinx.util import logging

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

LOGGER = logging.getLogger(__name__)
GLUE = re.compile(r"\{glue:text\}`(?P<name>\w+)(?::(?P<format>[^`]*))?`")
ROLE = re.compile(r"\{[\w:]+\}`(?:(?P<title>[^`<]+?)\s*<[^`>]+>|(?P<text>[^`]+))`")
LINK = re.compile(r"\[(?P<text>[^\]]*)\]\((?!https?:)[^)]*\)")
LABEL = re.compile(r"^\([\w-]+\)=\s*$\n?", re.MULTILINE)
FENCE = re.compile(
    r"^(?P<fence>:{3,}|`{3,})\{(?P<kind>[\w:-]+)\}[ ]*(?P<argument>.*)\n(?P<body>(?:.*\n)*?)(?P=fence)[ ]*$",
    re.MULTILINE,
)
OPTION = re.compile(r"^:(?P<name>[\w-]+):[ ]*(?P<value>.*)\n", re.MULTILINE)
CITATION = re.compile(r"\{cite:\w+\}`([^`]+)`")
REFERENCE = re.compile(r"\{(?P<kind>numref|eq)\}`(?P<name>[^`]*)`")
ANSWER = re.compile(r"^- \[[x ]\] (.*)", re.MULTILINE)
VERDICTS = {"x": "- **Right:**", " ": "- **Not quite:**"}
REMOVED_TAGS = {"remove-cell", "remove_cell"}


def notebook_of(text: str, entries: Mapping[str, Entry]) -> nbformat.NotebookNode:
    """Return the notebook a reader downloads, from a page's source and its ledger entries."""
    # Without colon_fence a box's content would be read as text.
    config = MdParserConfig(enable_extensions={"colon_fence", "dollarmath", "amsmath", "deflist"})
    source = read_myst_markdown_notebook(text, config=config)
    notebook = nbformat.v4.new_notebook()
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for number, cell in enumerate(source.cells):
        if cell.cell_type == "code":
            if REMOVED_TAGS & set(cell.metadata.get("tags", [])):
                continue
            notebook.cells.append(nbformat.v4.new_code_cell(cell.source, id=f"cell-{number}"))
            figure = cell.metadata.get("mystnb", {}).get("figure")
            if figure:
                caption = f"*Figure “{figure_name(figure['name'])}”. {figure['caption'].strip()}*"
                text = plain_markdown(caption, entries)
                notebook.cells.append(nbformat.v4.new_markdown_cell(text, id=f"caption-{number}"))
        else:
            text = plain_markdown(cell.source, entries)
            notebook.cells.append(nbformat.v4.new_markdown_cell(text, id=f"cell-{number}"))
    return notebook


def plain_markdown(text: str, entries: Mapping[str, Entry]) -> str:
    """Return MyST as Markdown that Jupyter shows as meant."""
    text = GLUE.sub(lambda match: formatted(entries, match["name"], match["format"]), text)
    text = FENCE.sub(plain_box, text + "\n")
    text = LABEL.sub("", text)
    text = CITATION.sub(lambda match: ", ".join(author_year(key.strip()) for key in match[1].split(",")), text)
    text = REFERENCE.sub(name_in_words, text)
    text = re.sub(r"^\$\$ \((eq-[\w-]+)\)$", "$$", text, flags=re.MULTILINE)
    text = ROLE.sub(lambda match: match["title"] or match["text"], text)
    return LINK.sub(lambda match: match["text"] or "another page", text).strip()


def formatted(entries: Mapping[str, Entry], name: str, spec: str | None) -> str:
    """Return a ledger value as the page prints it."""
    if name not in entries:
        LOGGER.warning("The number %r has no entry in this page's file in book/ledger/; add one.", name)
        return "?"
    value = entries[name].value
    return value if isinstance(value, str) else format(value, spec or "").replace("-", "−")


@cache
def bibliography() -> BibliographyData:
    """Return the book's references."""
    return parse_file(BOOK / "references.bib")


def author_year(key: str) -> str:
    """Return a citation in words: the first author's family name and the year."""
    entry = bibliography().entries[key]
    people = entry.persons.get("author", [])
    family = " ".join(people[0].last_names) if people else key
    more = " and others" if len(people) > 2 else f" and {' '.join(people[1].last_names)}" if len(people) == 2 else ""
    return f"{family}{more} ({entry.fields['year']})"


def name_in_words(match: re.Match[str]) -> str:
    """Return a numbered reference as words: a notebook numbers nothing."""
    opens_a_sentence = match.string[: match.start()].endswith(("", "\n\n", ". ", "? ")[match.start() > 0 :])
    words = "the equation" if match["kind"] == "eq" else f"figure “{figure_name(match['name'])}”"
    return words[0].upper() + words[1:] if opens_a_sentence else words


def figure_name(label: str) -> str:
    """Return the words in a figure's label."""
    return label.removeprefix("fig-").replace("-", " ")


def plain_box(match: re.Match[str]) -> str:
    """Return one directive as a quotation, a check as questions with folded answers."""
    kind, argument, body = match["kind"], match["argument"].strip(), match["body"]
    options = {option["name"]: option["value"] for option in OPTION.finditer(body)}
    body = OPTION.sub("", body).strip()
    if kind == "math":
        return f"$$\n{body}\n$$"
    if kind == "interactive":
        return ""  # a notebook has the static figure, and cells to change
    if kind == "check":
        answers = "\n".join(f"- {answer}" for answer in ANSWER.findall(body))
        explained = re.sub(r"^- \[(x| )\]", lambda mark: VERDICTS[mark[1]], body, flags=re.MULTILINE)
        folded = f"<details><summary>Answers, explained</summary>\n\n{explained}\n\n</details>"
        return f"**Check.** {argument}\n\n{answers}\n\n{folded}"
    titles = {
        "objectives": "After this page you can",
        "predict": "Predict first",
        "misconception": f"Misconception {options.get('number', '')}: {argument}",
        "exercises": f"Exercises this page prepares for (assignment {options.get('assignment', '')})",
    }
    title = titles.get(kind, argument)
    return "\n".join(f"> {line}".rstrip() for line in (f"**{title}**", "", *body.splitlines()))


def write_notebooks(app: Sphinx, exception: Exception | None) -> None:
    """Write the notebook of every page that has cells."""
    if exception or app.builder.format != "html":
        return
    target = Path(app.outdir) / "notebooks"
    target.mkdir(exist_ok=True)
    for docname in sorted(app.env.found_docs):
        if has_notebook(app, docname):
            page = docname.rsplit("/", 1)[-1]
            source = Path(app.env.doc2path(docname)).read_text(encoding="utf-8")
            nbformat.write(notebook_of(source, read_ledger(page)), target / f"{page}.ipynb")


def has_notebook(app: Sphinx, docname: str) -> bool:
    """Say whether a page is a notebook."""
    return "kernelspec" in app.env.metadata.get(docname, {})


def add_link(app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Tell the page template where the page's notebook is."""
    page = pagename.rsplit("/", 1)[-1]
    context["notebook"] = f"notebooks/{page}.ipynb" if has_notebook(app, pagename) else None


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the writer and the link."""
    app.connect("build-finished", write_notebooks)
    app.connect("html-page-context", add_link)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}

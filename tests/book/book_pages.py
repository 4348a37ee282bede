"""The book's pages as the tests see them: source, prose, executed notebook, built HTML."""

from __future__ import annotations

import re
from ast import literal_eval
from dataclasses import dataclass
from pathlib import Path

import nbformat
import yaml
from bs4 import BeautifulSoup
from jupyter_cache import get_cache
from myst_nb.core.read import read_myst_markdown_notebook
from myst_parser.config.main import MdParserConfig

ROOT = Path(__file__).resolve().parents[2]
BOOK = ROOT / "book"
GLUE_MIME = "application/papermill.record/"
EXTENSIONS = {"colon_fence", "dollarmath", "amsmath", "deflist"}


def page_names() -> list[str]:
    """Name every page in `_toc.yml`, such as 02-least-squares."""
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    files = [toc["root"]]
    for part in toc["parts"]:
        files += [chapter["file"] for chapter in part["chapters"]]
    return [Path(file).name for file in files]


PAGES = page_names()
CHAPTERS = [name for name in PAGES if name[0].isdigit()]

# A browser lays out a part of a page when it comes near the window; a test may look at the whole page at once.
WHOLE_PAGE = "main > section > section { content-visibility: visible !important; }"


@dataclass(frozen=True)
class Built:
    """Where the built book is, and the cache of its executed pages."""

    html: Path
    cache: Path

    def soup(self, page: str) -> BeautifulSoup:
        """Read one built page."""
        return BeautifulSoup((self.html / "book" / f"{page}.html").read_text(encoding="utf-8"), "html.parser")

    def glued(self, page: str) -> dict[str, object]:
        """Return the values that the executed page glued, by name."""
        if "kernelspec:" not in source(page):
            return {}
        cache = get_cache(self.cache)
        executed = cache.get_cache_bundle(cache.match_cache_notebook(read(page)).pk).nb
        values: dict[str, object] = {}
        for cell in executed.cells:
            for output in cell.get("outputs", []):
                name = output.get("metadata", {}).get("scrapbook", {}).get("name")
                if name is not None:
                    values[name] = plain_value(output.data[f"{GLUE_MIME}text/plain"])
        return values


def address(built: Built, page: str) -> str:
    """Return where a browser finds a built page."""
    return (built.html / "book" / f"{page}.html").as_uri()


def plain_value(text: str) -> object:
    """Return a glued value; a value that is not a plain number or string stays text."""
    if text in {"inf", "-inf", "nan"}:
        return float(text)
    try:
        return literal_eval(text)
    except (SyntaxError, ValueError):
        return text


def source(page: str) -> str:
    """Return a page's Markdown."""
    return (BOOK / f"{page}.md").read_text(encoding="utf-8")


def read(page: str) -> nbformat.NotebookNode:
    """Return a page as a notebook, not executed."""
    return read_myst_markdown_notebook(source(page), config=MdParserConfig(enable_extensions=EXTENSIONS))


def cells(page: str) -> list[nbformat.NotebookNode]:
    """Return a page's cells as its source gives them."""
    return read(page).cells


GLUE = re.compile(r"\{glue:text\}`(\w+)(?::[^`]*)?`")
DECIMAL = re.compile(r"\d\.\d")


def captions(page: str) -> list[str]:
    """Return the captions of a page's figures."""
    options = [cell.metadata.get("mystnb", {}) for cell in cells(page) if cell.cell_type == "code"]
    return [option["figure"]["caption"] for option in options if "figure" in option]


def prose(page: str) -> str:
    """Return everything a page says in words, without code, formulas, glued numbers, targets and options."""
    markdown = [cell.source for cell in cells(page) if cell.cell_type == "markdown"]
    return strip("\n\n".join(markdown + captions(page)))


def strip(text: str) -> str:
    """Return Markdown without what may carry digits; decimals in formulas and in code spans stay."""
    text = re.sub(r"^%.*$", "", text, flags=re.MULTILINE)
    fenced = r"^```+(?:python|console|text|bash|\{(?:literal)?include\}[^\n]*)?\n.*?^```+$"
    text = re.sub(fenced, "", text, flags=re.DOTALL | re.MULTILINE)
    text = GLUE.sub("", text)
    text = re.sub(r"\{(?:numref|eq|cite:\w+|ref|doc)\}`[^`]*`", "", text)
    text = re.sub(r"^:\w+:.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^\([\w-]+\)=$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    text = re.sub(r"\$\$(.*?)\$\$(?: \([\w-]+\))?", decimals_only, text, flags=re.DOTALL)
    text = re.sub(r"\$([^$]+)\$", decimals_only, text)
    return re.sub(r"`+([^`]+)`+", decimals_only, text)


def decimals_only(match: re.Match[str]) -> str:
    """Return a formula or a code span if it holds a decimal, else nothing."""
    return match[0].replace("$", " ").replace("`", " ") if DECIMAL.search(match[1]) else " "

"""The built book asks no other host for anything, and its links lead somewhere."""

import re
from urllib.parse import unquote, urlsplit

import pytest
from book_pages import PAGES

LOADING = {
    "script": ["src"],
    "link": ["href"],
    "img": ["src", "srcset"],
    "iframe": ["src"],
    "source": ["src", "srcset"],
    "video": ["src", "poster"],
    "audio": ["src"],
    "object": ["data"],
    "embed": ["src"],
    "image": ["href", "xlink:href"],
    "use": ["href", "xlink:href"],
    "form": ["action"],
}


def html_files(built_book):
    return sorted(built_book.html.rglob("*.html"))


def test_no_page_loads_anything_from_another_host(built_book):
    from bs4 import BeautifulSoup

    pages = html_files(built_book)
    assert len(pages) > len(PAGES)
    for page in pages:
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        for tag, attributes in LOADING.items():
            for element in soup.find_all(tag):
                for attribute in attributes:
                    value = element.get(attribute, "")
                    assert not re.match(r"(?:[a-z]+:)?//", value), f"{page.name}: <{tag}> loads {value}"
        for style in [*soup.find_all("style"), *soup.find_all(style=True)]:
            assert not re.search(r"url\(\s*['\"]?(?:https?:)?//|@import", str(style)), f"{page.name}: {style}"


def test_no_style_sheet_or_script_names_another_host(built_book):
    for path in built_book.html.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//|@import", path.read_text(encoding="utf-8")), path
    for path in built_book.html.rglob("*.js"):
        found = re.findall(
            r"(?:fetch|import|src\s*=|XMLHttpRequest)[^\n]{0,40}https?://[^\s'\"]+", path.read_text("utf-8")
        )
        assert not found, f"{path}: {found}"


@pytest.mark.parametrize("page", PAGES)
def test_formulas_are_mathml_and_need_no_script(page, built_book):
    soup = built_book.soup(page)

    assert not soup.select("script[src*=mathjax], script[src*=katex]")
    assert not soup.select("span.math, div.math"), "a formula that was not converted"
    assert not soup.find_all("merror")


def test_the_font_for_formulas_comes_with_the_book(built_book):
    font = built_book.html / "_static" / "stix-two-math.woff"

    assert font.read_bytes()[:4] == b"wOFF"
    assert font.stat().st_size < 100_000


def test_every_link_inside_the_book_leads_somewhere(built_book):
    from bs4 import BeautifulSoup

    soups = {path: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser") for path in html_files(built_book)}
    names = {path: {element["id"] for element in soup.find_all(id=True)} for path, soup in soups.items()}
    broken = []
    for path, soup in soups.items():
        for link in soup.find_all("a", href=True):
            target = urlsplit(link["href"])
            if target.scheme or target.netloc:
                continue
            file = (path.parent / unquote(target.path)).resolve() if target.path else path
            if not file.is_file() or (target.fragment and file in names and target.fragment not in names[file]):
                broken.append(f"{path.name}: {link['href']}")

    assert not broken


def test_search_knows_every_page(built_book):
    index = (built_book.html / "searchindex.js").read_text(encoding="utf-8")

    for page in PAGES:
        assert f'"book/{page}"' in index

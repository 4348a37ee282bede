"""The README's pictures are the book's own figures, in both of GitHub's themes."""

import re
from xml.etree import ElementTree

import pytest
from book_pages import BOOK, ROOT
from bs4 import BeautifulSoup

FOLDER = BOOK / "_pictures"


@pytest.fixture(scope="module")
def drawn(built_book):
    import sys

    sys.path.insert(0, str(BOOK))
    from readme_pictures import pictures

    return pictures(built_book.html)


def test_the_committed_pictures_are_those_of_the_built_book(drawn):
    stale = [name for name, svg in drawn.items() if (FOLDER / name).read_text(encoding="utf-8") != svg]

    assert not stale, f"run python book/readme_pictures.py and commit {stale}"
    assert {path.name for path in FOLDER.iterdir()} == set(drawn)


def test_a_picture_is_a_whole_document_in_the_colours_of_its_theme(drawn):
    for name, svg in drawn.items():
        root = ElementTree.fromstring(svg)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert "var(" not in svg
        assert not re.search(r'(?:href|src)="(?!#)', svg)
        ink = {"light": "#4b5157", "dark": "#b5bcc3"}[name.split("-")[1].removesuffix(".svg")]
        assert ink in svg


def test_the_readme_shows_each_picture_in_both_themes_with_its_description(drawn):
    shown = BeautifulSoup((ROOT / "README.md").read_text(encoding="utf-8"), "html.parser").select("picture")

    assert len(shown) == 2
    for picture in shown:
        light, dark = picture.img["src"], picture.source["srcset"]
        assert picture.source["media"] == "(prefers-color-scheme: dark)"
        assert dark == light.replace("-light.svg", "-dark.svg")
        svg = BeautifulSoup((ROOT / light).read_text(encoding="utf-8"), "html.parser").svg
        assert (ROOT / dark).is_file()
        assert picture.img["alt"] == svg["aria-label"]

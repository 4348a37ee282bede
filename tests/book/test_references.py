"""Every work the book cites can be found: complete entries, and a DOI where one exists."""

import re

import pytest
from book_pages import BOOK, CHAPTERS, source
from pybtex.database import parse_file

ENTRIES = parse_file(BOOK / "references.bib").entries
# Works without a DOI of any kind, and why that is so.
WITHOUT_DOI = {"oneill2014": "a technical report that its institution publishes itself"}
NEEDED = {
    "article": ["journal", "volume", "pages"],
    "book": ["publisher"],
    "incollection": ["booktitle", "publisher", "pages"],
    "inproceedings": ["booktitle"],
    "techreport": ["institution", "number"],
    "misc": ["eprint"],
}


def cited():
    return {
        key.strip()
        for page in CHAPTERS
        for keys in re.findall(r"\{cite:\w+\}`([^`]+)`", source(page))
        for key in keys.split(",")
    }


def test_what_is_cited_is_listed_and_what_is_listed_is_cited():
    assert set(ENTRIES) == cited()


@pytest.mark.parametrize("key", ENTRIES)
def test_an_entry_is_complete(key):
    entry = ENTRIES[key]
    missing = [field for field in ["title", "year", *NEEDED[entry.type]] if not entry.fields.get(field)]

    assert entry.persons["author"]
    assert not missing
    assert key.endswith(entry.fields["year"])


@pytest.mark.parametrize("key", ENTRIES)
def test_an_entry_has_a_doi_in_its_plain_form(key):
    doi = ENTRIES[key].fields.get("doi")
    if key in WITHOUT_DOI:
        assert doi is None
        return

    assert doi is not None, f"{key} has no DOI; if none exists, say why in WITHOUT_DOI"
    assert re.fullmatch(r"10\.\d{4,9}/[^\s{}\\\"<>]+", doi), f"{key}: {doi!r} is not a bare DOI such as 10.1000/182"
    assert doi[-1] not in ".,;"


def test_no_doi_is_given_twice():
    dois = [entry.fields["doi"].lower() for entry in ENTRIES.values() if "doi" in entry.fields]

    assert len(dois) == len(set(dois))


def test_the_page_of_references_links_every_doi(built_book):
    links = {link["href"] for link in built_book.soup("a-references").select("main a[href^='https://doi.org/']")}

    assert links == {f"https://doi.org/{e.fields['doi']}" for e in ENTRIES.values() if "doi" in e.fields}

"""The glossary's terms are linked where a page first uses them, and the index knows where that is."""

import re

import pytest
from book_pages import CHAPTERS
from book_terms import pattern, term_of, terms


def found_in(text):
    return [term_of(match) for match in pattern().finditer(text)]


def test_the_glossary_names_the_subject_and_not_the_course():
    assert {"learning rate", "Hessian", "minibatch", "SSE", "half-life"} <= set(terms())
    assert not {"student", "worker", "points"} & set(terms())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gradient descent needs a learning\nrate.", ["gradient descent", "learning rate"]),
        ("Two eigenvalues, one loss, many losses", ["eigenvalue", "loss", "loss"]),
        ("standardised rows, standardising", ["standardise", "standardise"]),
        ("mini-batches, unbiased, lossless, batch-wise", []),
    ],
)
def test_a_term_is_found_in_every_form_and_inside_no_other_word(text, expected):
    assert found_in(text) == expected


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_page_links_every_term_once_at_its_first_use(page, built_book):
    main = built_book.soup(page).select_one("main")
    linked = [found_in(link.get_text())[0] for link in main.select(".term-use a")]
    targets = {link["href"].split("#")[0] for link in main.select(".term-use a")}

    assert len(linked) == len(set(linked)) >= 3
    assert targets == {"a-glossary.html"}
    # What stays plain comes after the link, but for places where no link may stand.
    for closed in main.select(
        "h1, h2, h3, pre, code, table, figcaption, fieldset, .objectives, .interactive, a:not(.term-use a), "
        ".admonition-title, summary, math, svg, .download, .cell_output"
    ):
        closed.extract()
    for link in main.select(".term-use"):
        link.replace_with(f" \N{SECTION SIGN}{linked.index(found_in(link.get_text())[0])}\N{SECTION SIGN} ")
    text = " ".join(main.get_text().split())
    for number, term in enumerate(linked):
        before = text[: text.index(f"\N{SECTION SIGN}{number}\N{SECTION SIGN}")]
        assert term not in found_in(before), f"{page}: {term} is used before it is linked"
    assert set(found_in(text)) <= set(linked)


def test_the_index_leads_to_the_meaning_and_to_every_first_use(built_book):
    index = built_book.soup("a-index")
    entries = {entry.strong.get_text(): entry for entry in index.select(".index li")}
    listed = {link["href"] for link in index.select(".index a") if "#use-" in link["href"]}
    used = {f"{page}.html#{place['id']}" for page in CHAPTERS for place in built_book.soup(page).select(".term-use")}

    assert list(entries) == sorted(terms(), key=str.lower)
    assert listed == used
    meanings = built_book.soup("a-glossary")
    for term, entry in entries.items():
        anchor = re.search(r"a-glossary\.html#(.+)", entry.a["href"])[1]
        assert meanings.find(id=anchor).get_text().strip("#") == term

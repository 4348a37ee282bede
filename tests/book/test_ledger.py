"""Every number in prose is computed by a cell, has a ledger entry, and agrees with it."""

import re

import pytest
from book_ledger import read_allowed, read_ledger
from book_pages import BOOK, GLUE, PAGES, captions, cells, prose, strip


@pytest.mark.parametrize("page", PAGES)
def test_every_glued_value_is_what_the_ledger_says(page, built_book):
    glued = built_book.glued(page)
    wrong = [
        f"{name}: the ledger says {entry.value!r} within {entry.tolerance}, the page computed {glued[name]!r}"
        for name, entry in read_ledger(page).items()
        if name in glued and not entry.agrees_with(glued[name])
    ]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("page", PAGES)
def test_glued_values_and_ledger_entries_are_the_same_set(page, built_book):
    glued, entries = set(built_book.glued(page)), set(read_ledger(page))

    assert glued - entries == set(), f"glued on {page} without an entry in book/ledger/{page}.toml"
    assert entries - glued == set(), f"in book/ledger/{page}.toml but not glued by {page}"


@pytest.mark.parametrize("page", PAGES)
def test_every_entry_is_used_in_the_text(page):
    markdown = [cell.source for cell in cells(page) if cell.cell_type == "markdown"]
    used = set(GLUE.findall("\n".join(markdown + captions(page))))

    assert used == set(read_ledger(page)), "glue only what the text prints"


@pytest.mark.parametrize("page", PAGES)
def test_digits_in_prose_are_glued_or_allowed_with_a_reason(page):
    text = prose(page)
    for allowed in sorted(read_allowed(page), key=lambda allowed: -len(allowed.text)):
        assert allowed.why.strip()
        assert allowed.text in text, f"{page}: nothing matches the allowance {allowed.text!r}; remove it"
        text = text.replace(allowed.text, " ")
    loose = [line.strip() for line in text.splitlines() if re.search(r"\d", line)]

    assert not loose, f"{page}: compute and glue these numbers, or allow them with a reason:\n" + "\n".join(loose)


def test_tolerances_are_tight_enough_to_mean_something():
    loose = [
        f"{page} {entry.name}"
        for page in PAGES
        for entry in read_ledger(page).values()
        if entry.tolerance is not None
        and not isinstance(entry.value, str)
        and entry.value != 0
        and entry.tolerance > 0.02 * abs(entry.value)
        and "noisy" not in entry.why
    ]

    assert not loose, "a tolerance above 2 % of the value needs the word 'noisy' and a reason in `why`"


def test_no_ledger_file_without_a_page():
    assert {path.stem for path in (BOOK / "ledger").glob("*.toml")} <= set(PAGES)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The slope is 4.98.", "4.98"),
        ("The slope is {glue:text}`slope:.2f`.", ""),
        ("The slope is $4.98$.", "4.98"),
        ("Divide by $n - 2$ or `n - 2`.", ""),
        ("It prints `142542.93`.", "142542.93"),
        ("See [the table](10-shapes.md) and {numref}`fig-2`.", ""),
        (":minutes: 25", ""),
        ("```python\nx = 3.5\n```", ""),
    ],
)
def test_the_search_for_digits_sees_what_it_should(text, left):
    assert "".join(re.findall(r"\d+(?:\.\d+)?", strip(text))) == left

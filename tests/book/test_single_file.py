"""The one-file edition: complete, leading nowhere but within itself, working, and printable."""

import itertools
import re
import sys
from collections import Counter

import pytest
from book_pages import BOOK, CHAPTERS, PAGES, WHOLE_PAGE
from bs4 import BeautifulSoup

FILE = "fit-a-line-twice.html"


@pytest.fixture(scope="module")
def soup(built_book):
    return BeautifulSoup((built_book.html / FILE).read_text(encoding="utf-8"), "html.parser")


def test_the_start_page_offers_it(built_book):
    assert f"../{FILE}" in [link["href"] for link in built_book.soup(PAGES[0]).select(".download a")]


def test_it_holds_every_page_in_order_with_all_its_figures_and_checks(built_book):
    text = (built_book.html / FILE).read_text(encoding="utf-8").split('<main id="content">')[1].split("<footer")[0]
    starts = [text.index(f'<section id="{page}"') for page in PAGES]
    said = [text[start:end] for start, end in itertools.pairwise([*starts, len(text)])]

    assert starts == sorted(starts)
    for page, here in zip(PAGES, said, strict=True):
        site = (built_book.html / "book" / f"{page}.html").read_text(encoding="utf-8")
        site = site[site.index("<main") : site.index("</main>")]
        for part in (
            '<svg[^>]* class="figure"',
            '<fieldset class="check"',
            "<math",
            'class="interactive"',
            "<pre",
            "<table",
        ):
            assert len(re.findall(part, here)) == len(re.findall(part, site)), (page, part)


def test_its_names_are_unique_and_its_links_lead_somewhere(soup):
    names = Counter(element["id"] for element in soup.find_all(id=True))
    links = [link["href"] for link in soup.find_all("a", href=True)]
    inside = {link[1:] for link in links if link.startswith("#")}

    assert [name for name, count in names.items() if count > 1] == []
    assert inside - set(names) == set()
    assert len(inside) > 200
    assert {link for link in links if not link.startswith(("#", "https://"))} == set()
    assert {label["for"] for label in soup.find_all("label")} <= set(names)


def test_it_loads_nothing_from_anywhere(soup):
    assert not soup.select("link, script[src], img, iframe, [srcset]")
    fetched = [
        address for style in soup.find_all("style") for address in re.findall(r"url\(\"?([^)\"]{,5})", style.get_text())
    ]

    assert fetched == ["data:"]


@pytest.mark.browser
def test_its_checks_and_interactive_figures_work_from_a_file(built_book, browser):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    tab = context.new_page()
    tab.set_default_timeout(180_000)  # a whole book on a busy machine
    asked, complaints = [], []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto((built_book.html / FILE).as_uri())
    tab.add_style_tag(content=WHOLE_PAGE)
    answered = []
    for page in CHAPTERS[:2]:
        check = tab.locator(f"[id='{page}'] fieldset.check").first
        check.locator("input").first.check()
        answered.append(check.locator(".check-verdict").inner_text())
    figures = tab.locator(".interactive")
    said = [figure.locator("output").inner_text() for figure in figures.all()]
    width = tab.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert all(re.match("Right|Not quite", text) for text in answered)
    assert len(said) == 4
    assert all(said)
    assert width <= 360
    assert complaints == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.browser
def test_it_prints_to_a_pdf_with_bookmarks_and_every_explanation(built_book, browser, tmp_path):
    sys.path.insert(0, str(BOOK))
    from print_book import OPTIONS, open_for_print

    tab = open_for_print(browser, built_book.html / FILE)
    tab.emulate_media(media="print")
    headings = tab.locator("main > section > h1").count()
    folded = tab.locator("details.check-why:not([open])").count()
    header = tab.evaluate("getComputedStyle(document.querySelector('header.top')).display")
    # Three pages of the book stand for all: a whole one takes minutes to set.
    tab.eval_on_selector_all("main > section:nth-of-type(n+4)", "(all) => all.forEach((one) => one.remove())")
    printed = tab.pdf(path=tmp_path / "book.pdf", **OPTIONS)
    tab.context.close()

    assert (headings, folded, header) == (len(PAGES), 0, "none")
    assert printed.startswith(b"%PDF")
    assert b"/Outlines" in printed
    assert len(re.findall(rb"/Type /Page\b", printed)) > 12

"""The built book as a reader meets it: from a file, on a phone, in the dark, by keyboard, without scripts."""

import re

import pytest
from book_pages import CHAPTERS, PAGES, address

pytestmark = pytest.mark.browser
# A page has the same structure in the dark, and all pages share one style sheet: there its colours are enough.
TO_EXAMINE = {"light": ([*PAGES, "../search"], {}), "dark": (CHAPTERS[:4], {"runOnly": ["color-contrast"]})}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_page_scrolls_sideways_on_a_phone_or_asks_for_another_host(built_book, browser, theme):
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=theme)
    tab = context.new_page()
    asked, complaints = [], []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    for page in [*PAGES, "../search"]:
        tab.goto(address(built_book, page))
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360, page
    context.close()

    assert complaints == []
    assert [url for url in asked if not url.startswith("file:")] == []


def test_the_theme_can_be_switched_and_is_remembered(built_book, browser):
    context = browser.new_context(color_scheme="light")
    tab = context.new_page()
    tab.goto(address(built_book, PAGES[0]))
    background = "getComputedStyle(document.body).backgroundColor"
    light = tab.evaluate(background)
    tab.get_by_role("button", name="Switch between light and dark").click()
    dark = tab.evaluate(background)
    tab.reload()

    assert dark != light
    assert tab.evaluate(background) == dark
    context.close()


def test_a_check_answers_to_the_keyboard(built_book, browser):
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(address(built_book, CHAPTERS[1]))
    check = tab.locator("fieldset.check").first
    check.locator("input").first.focus()
    tab.keyboard.press("Space")
    first = check.locator(".check-verdict").inner_text()
    tab.keyboard.press("ArrowDown")
    second = check.locator(".check-verdict").inner_text()
    context.close()

    assert first != second
    assert {bool(re.match("Right|Not quite", text)) for text in (first, second)} == {True}


def test_without_javascript_every_explanation_can_be_opened(built_book, browser):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address(built_book, CHAPTERS[1]))
    answers = tab.locator(".check-why")

    assert answers.count() >= 6
    answers.first.locator("summary").click()
    assert answers.first.locator("p").first.is_visible()
    context.close()


def test_search_works_from_a_file(built_book, browser):
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(address(built_book, PAGES[0]))
    tab.get_by_role("searchbox").fill("centring")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#search-results li")
    found = tab.locator("#search-results a").all_inner_texts()
    context.close()

    assert any("Least squares" in text for text in found)


def test_formulas_use_the_books_font(built_book, browser):
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(address(built_book, "02-least-squares"))
    tab.wait_for_function("document.fonts.status === 'loaded'")

    assert tab.evaluate("document.fonts.check('16px \"STIX Two Math Book\"')")
    assert tab.evaluate("[...document.fonts].some((font) => font.status === 'loaded')")
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_to_complain_about(built_book, browser, theme):
    axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    context = browser.new_context(color_scheme=theme)
    tab = context.new_page()
    found = []
    pages, options = TO_EXAMINE[theme]
    for page in pages:
        tab.goto(address(built_book, page))
        for violation in axe_api.Axe().run(tab, options=options).response["violations"]:
            places = [node["html"][:160] for node in violation["nodes"][:3]]
            found.append(f"{page}: {violation['id']}: {violation['help']}: {places}")
    context.close()

    assert not found, "\n".join(found)

"""The built book as a reader meets it: from a file, on a phone, in the dark, by keyboard, without scripts."""

import re

import pytest
from book_pages import CHAPTERS, PAGES, WHOLE_PAGE, address

pytestmark = pytest.mark.browser
# A page has the same structure in the dark, and all pages share one style sheet: there its colours are enough.
TO_EXAMINE = {
    "light": ([*PAGES, "../search"], {}),
    "dark": ([*PAGES, "../search"], {"runOnly": ["color-contrast"]}),
}
# axe's time grows with the number of elements, so it sees a few of those that are all alike: the coloured words of
# code and the rows of the ledger. What is inside a figure is one image to assistive software.
FEWER_ELEMENTS = """() => {
  for (const figure of document.querySelectorAll("svg.figure")) figure.replaceChildren();
  [...document.querySelectorAll("pre")].slice(4).forEach((code) => { code.textContent = code.textContent; });
  for (const row of document.querySelectorAll("table.ledger tbody tr:nth-child(n+3)")) row.remove();
}"""

# What is folded away has a width, too.
NOTHING_WIDE_WITHOUT_A_NAME = """() => [...document.querySelectorAll("pre, .formula, .wide")].every((box) =>
  box.scrollWidth <= box.clientWidth || box.hasAttribute("aria-label") || box.closest("details:not([open])"))"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_page_scrolls_sideways_on_a_phone_complains_or_asks_for_another_host(built_book, browser, theme):
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=theme)
    tab = context.new_page()
    asked, complaints = [], []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda message: complaints.append(message.text))
    for page in [*PAGES, "../search"]:
        tab.goto(address(built_book, page))
        tab.add_style_tag(content=WHOLE_PAGE)
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


@pytest.mark.parametrize("page", CHAPTERS)
def test_every_check_says_what_is_right_and_what_is_not(page, built_book, browser):
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(address(built_book, page))
    checks = tab.locator("fieldset.check")
    said = []
    for check in checks.all():
        for option in check.locator(".check-option").all():
            option.locator("input").check()
            verdict = check.locator(".check-verdict").inner_text()
            said.append((option.get_attribute("data-right"), verdict.split(".")[0], len(verdict) > 60))
            assert check.locator(".check-verdict > div").count() == 1
    count = checks.count()
    context.close()

    assert count == 3
    assert set(said) == {("true", "Right", True), ("false", "Not quite", True)}


def test_what_scrolls_sideways_can_be_reached_by_keyboard_when_it_comes_near(built_book, browser):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    tab = context.new_page()
    tab.goto(address(built_book, "07-why-it-stopped"))
    shown = "[...document.querySelectorAll('main pre')].filter((box) => !box.closest('details:not([open])'))"
    wide = f"{shown}.filter((box) => box.scrollWidth > box.clientWidth).at(-1)"
    named = f"{wide}.tabIndex === 0 && {wide}.getAttribute('aria-label') === 'Code, scrolls sideways'"
    far_off = tab.evaluate(named)
    tab.evaluate(f"{wide}.scrollIntoView()")
    tab.wait_for_function(named)
    context.close()

    assert not far_off


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
    # So tall that every box that scrolls sideways is near the window and has its name.
    context = browser.new_context(viewport={"width": 1280, "height": 40_000}, color_scheme=theme)
    tab = context.new_page()
    found = []
    pages, options = TO_EXAMINE[theme]
    for page in pages:
        tab.goto(address(built_book, page))
        tab.add_style_tag(content=WHOLE_PAGE)
        tab.wait_for_function(NOTHING_WIDE_WITHOUT_A_NAME)
        tab.evaluate(FEWER_ELEMENTS)
        for violation in axe_api.Axe().run(tab, options=options).response["violations"]:
            places = [node["html"][:160] for node in violation["nodes"][:3]]
            found.append(f"{page}: {violation['id']}: {violation['help']}: {places}")
    context.close()

    assert not found, "\n".join(found)

"""Interactive figures: moved by keyboard they show what the pages' cells computed, and they are extras, never needed."""

import json
import re

import numpy as np
import pytest
from book_pages import address

pytestmark = pytest.mark.browser
# Each script, the page it is on and the static figure that is there without it.
FIGURES = {
    "rates": ("07-why-it-stopped", "fig-cliff"),
}
FIGURE = pytest.mark.parametrize("name", FIGURES)


@pytest.fixture
def opened(built_book, browser):
    """Open a figure's page and return the figure; complaints of the browser fail the test."""
    contexts, complaints = [], []

    def open_figure(name, **settings):
        context = browser.new_context(**settings)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.goto(address(built_book, FIGURES[name][0]))
        return tab.locator(f"#interactive-{name}")

    yield open_figure
    for context in contexts:
        context.close()
    assert complaints == []


def data_of(figure):
    return json.loads(figure.locator("script").text_content())


def said(figure):
    """Return the announced sentence with plain minus signs."""
    return figure.locator("output").inner_text().replace("−", "-")


def after(words, text):
    """Return the number that follows some words."""
    return float(re.search(rf"{words}\D*?(-?\d[\d.]*(?:e-?\d+)?)", text)[1].rstrip("."))


def press(figure, label, *keys):
    figure.get_by_role("slider", name=label).focus()
    for key in keys:
        figure.page.keyboard.press(key)


def seed_data():
    np.random.seed(1)
    x = np.random.rand(20) * 10
    return x, 5 * x + 10 + np.random.randn(20)


@FIGURE
def test_it_shows_itself_only_when_its_script_runs(name, opened):
    _, static_twin = FIGURES[name]
    scripted = opened(name)
    unscripted = opened(name, java_script_enabled=False)

    assert scripted.is_visible()
    assert not unscripted.is_visible()
    assert unscripted.page.locator(f"figure#{static_twin} svg").is_visible()


@FIGURE
def test_every_control_has_a_name_a_value_in_words_and_an_effect_by_keyboard(name, opened):
    figure = opened(name)
    sliders = figure.get_by_role("slider").all()

    assert sliders
    for slider in sliders:
        assert slider.get_attribute("aria-label")
        slider.focus()
        figure.page.keyboard.press("End")
        before = slider.get_attribute("aria-valuetext"), said(figure)
        figure.page.keyboard.press("ArrowLeft")
        assert slider.get_attribute("aria-valuetext") != before[0]
        assert said(figure) != before[1], f"{slider.get_attribute('aria-label')} changes nothing that is announced"
    for button in figure.get_by_role("button").all():
        assert button.inner_text().strip()
        button.press("Enter")
    assert figure.locator("output").get_attribute("aria-live") in {"polite", "off"}
    assert len(figure.get_by_role("img").get_attribute("aria-label")) >= 40


@FIGURE
def test_nothing_moves_by_itself_where_less_motion_is_wanted(name, opened):
    figure = opened(name, reduced_motion="reduce")
    first = figure.inner_html()
    figure.page.wait_for_timeout(200)

    assert figure.inner_html() == first
    assert figure.get_by_role("button", name="Play").count() == 0
    assert figure.locator(".play:visible").count() == 0


@FIGURE
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_a_phone_and_takes_its_colours_from_the_theme(name, theme, opened):
    figure = opened(name, viewport={"width": 360, "height": 740}, color_scheme=theme)
    page_colour, mark_colour = figure.page.evaluate(
        """(svg) => [getComputedStyle(document.body).backgroundColor,
                     getComputedStyle(svg.querySelector('.line')).stroke]""",
        figure.locator("svg").element_handle(),
    )

    assert figure.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert figure.bounding_box()["width"] <= 360
    assert mark_colour not in {"none", page_colour}
    assert not re.search(r"#[0-9a-f]{3,6}\b|rgb\(", figure.locator("svg").inner_html()), "a colour of its own"


def walk(rate, steps):
    """Take the steps of the post's descent, one by one."""
    x, y = seed_data()
    line = np.array([0.51526320, -0.44137824])
    for _ in range(steps):
        residual = y - line[0] * x - line[1]
        line = line + rate * 2 * np.array([np.mean(x * residual), np.mean(residual)])
    return line


def test_rates_opens_on_the_posts_run_and_its_limit(opened, built_book):
    glued = built_book.glued("07-why-it-stopped")
    text = said(opened("rates"))

    assert "5.96495614" in text
    assert "4.84958488" in text
    assert "0.0498589" in text
    assert after("slope", text) == pytest.approx(glued["end_slope"], abs=5e-9)
    assert after("intercept", text) == pytest.approx(glued["end_intercept"], abs=5e-9)
    assert after("limit is", text) == pytest.approx(glued["limit"], abs=5e-8)
    assert after("flat part by", text) == pytest.approx(glued["factor_flat"], abs=5e-6)
    assert after("steep part by", text) == pytest.approx(glued["factor_steep"], abs=5e-6)
    assert after("100 steps", text) == pytest.approx(glued["left100_flat_percent"], abs=5e-3)


@pytest.mark.parametrize(
    ("rate_keys", "step_keys", "rate", "steps"),
    [
        (["ArrowRight"], ["ArrowRight"], 0.0101, 101),
        (["Home"], ["End"], 0.0005, 300),
        ([], ["Home"], 0.01, 0),
        (["ArrowLeft"] * 5, ["ArrowLeft"] * 90, 0.0095, 10),
    ],
)
def test_rates_moved_by_keyboard_agrees_with_a_walk(opened, rate_keys, step_keys, rate, steps):
    figure = opened("rates")
    press(figure, "Learning rate", *rate_keys)
    press(figure, "Steps", *step_keys)
    text = said(figure)

    assert f"After {steps} steps" in text
    slope, intercept = walk(rate, steps)
    assert after("slope", text) == pytest.approx(slope, abs=2e-8)
    assert after("intercept", text) == pytest.approx(intercept, abs=2e-8)


def test_rates_on_both_sides_of_the_cliff(opened, built_book):
    limit = built_book.glued("07-why-it-stopped")["limit"]
    figure = opened("rates")
    press(figure, "Learning rate", "End")
    verdicts = {}
    for _ in range(70):
        text, rate = said(figure), figure.get_by_role("slider", name="Learning rate").input_value()
        verdicts[float(rate)] = "makes the steep part larger" in text
        assert (abs(after("steep part by", text)) > 1) == verdicts[float(rate)]
        press(figure, "Learning rate", "ArrowLeft")

    assert {True, False} == set(verdicts.values())
    assert all(diverges == (rate > limit) for rate, diverges in verdicts.items())
    assert np.isclose(max(rate for rate, diverges in verdicts.items() if not diverges), 0.0498)


def test_rates_plays_and_stops(opened):
    figure = opened("rates")
    press(figure, "Steps", "Home")
    figure.get_by_role("button", name="Play").press("Enter")
    figure.page.wait_for_function(
        "document.querySelector('#interactive-rates output').textContent.match(/After ([5-9]|\\d\\d+) steps/)"
    )
    assert figure.locator("output").get_attribute("aria-live") == "off"
    figure.get_by_role("button", name="Pause").press("Enter")
    assert figure.locator("output").get_attribute("aria-live") == "polite"
    still = said(figure)
    figure.page.wait_for_timeout(150)

    assert said(figure) == still
    figure.get_by_role("button", name="One step", exact=True).press("Enter")
    assert said(figure) != still

"""Interactive figures: moved by keyboard they show what the cells computed, and they are extras, never needed."""

import gzip
import json
import re

import numpy as np
import pytest
from book_pages import PAGES, WHOLE_PAGE, address

pytestmark = pytest.mark.browser
# Each script, the page it is on and the static figure that is there without it.
FIGURES = {
    "line": ("02-least-squares", "fig-squares"),
    "intervals": ("04-inference", "fig-hundred-intervals"),
    "rates": ("07-why-it-stopped", "fig-cliff"),
    "race": ("08-fixing-it", "fig-race"),
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
        if settings.get("java_script_enabled", True):
            tab.add_style_tag(content=WHOLE_PAGE)
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
    # So tall that the browser lays out the whole page.
    unscripted = opened(name, java_script_enabled=False, viewport={"width": 1280, "height": 40_000})

    assert scripted.is_visible()
    assert not unscripted.is_visible()
    assert unscripted.page.locator(f"figure#{static_twin} svg").is_visible()


@FIGURE
def test_it_adds_at_most_350_kilobytes_compressed_and_only_to_its_page(name, built_book):
    page = FIGURES[name][0]
    soup = built_book.soup(page)
    added = [element.get("src") or element.get("href") for element in soup.select("main script[src], main link")]
    data = soup.select_one(f"#interactive-{name} script").get_text()
    files = [(built_book.html / "book" / file).read_bytes() for file in added]

    assert len(added) == 3
    assert sum(len(gzip.compress(part)) for part in [*files, data.encode()]) <= 350_000
    for other in set(PAGES) - {page for page, _ in FIGURES.values()}:
        assert "interactive" not in str(built_book.soup(other).select("script, link")), other


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


def sse(slope, intercept):
    x, y = seed_data()
    return np.sum((y - slope * x - intercept) ** 2)


def test_line_opens_on_the_pages_guess(opened, built_book):
    glued = built_book.glued("02-least-squares")
    text = said(opened("line"))

    assert after("SSE", text) == pytest.approx(glued["sse_guess"], abs=5e-5)
    assert after("possible,", text) == pytest.approx(glued["sse_best"], abs=5e-5)
    assert re.search(r"([\d.]+) times", text)[1] == f"{glued['guess_ratio']:.5g}"


def test_line_moved_by_keyboard_shows_the_sum_of_its_squares(opened):
    figure = opened("line")
    figure.get_by_role("button", name="The truth").press("Enter")
    press(figure, "Slope", *["ArrowLeft"] * 2)
    press(figure, "Intercept", *["ArrowLeft"] * 2)
    text = said(figure)

    assert text.startswith("Slope 4.98, intercept 9.98:")
    assert after("SSE", text) == pytest.approx(sse(4.98, 9.98), abs=5e-5)
    squares = figure.locator("svg rect.area").evaluate_all("(all) => all.map((one) => one.width.baseVal.value ** 2)")
    total, *each = squares
    assert len(each) == 20
    assert sum(each) == pytest.approx(total, rel=1e-6)


@pytest.mark.parametrize(
    ("button", "line"), [("The truth", (5, 10)), ("The guess", (4.6, 12)), ("Least squares, rounded", (4.98, 9.98))]
)
def test_line_goes_where_its_buttons_say(opened, button, line):
    figure = opened("line")
    figure.get_by_role("button", name=button).press("Enter")

    assert after("SSE", said(figure)) == pytest.approx(sse(*line), abs=5e-5)


@pytest.mark.parametrize(("handle", "stays_at"), [(0, 9), (1, 1)])
def test_line_follows_a_handle_and_keeps_its_other_end(opened, handle, stays_at):
    figure = opened("line")
    grip = figure.locator(".handle").nth(handle)
    grip.scroll_into_view_if_needed()
    box = grip.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    figure.page.mouse.move(x, y)
    figure.page.mouse.down()
    figure.page.mouse.move(x, y - 15)
    figure.page.mouse.up()
    figure.page.mouse.move(x, y + 40)
    text = said(figure)
    slope, intercept = after("Slope", text), after("intercept", text)

    assert (slope, intercept) != (4.6, 12)
    assert slope * stays_at + intercept == pytest.approx(4.6 * stays_at + 12, abs=0.05)
    assert after("SSE", text) == pytest.approx(sse(slope, intercept), abs=5e-5)


def redrawn_misses():
    """Count, as the page does, how many intervals of each hundred of its redraws miss the truth."""
    from scipy import stats

    x, _ = seed_data()
    y = 5 * x + 10 + np.random.default_rng(4).standard_normal((100_000, 20))
    centred = x - x.mean()
    s_xx = np.sum(centred**2)
    slopes = y @ centred / s_xx
    left = y - y.mean(axis=1)[:, None] - slopes[:, None] * centred
    half = stats.t.ppf(0.975, 18) * np.sqrt(np.sum(left**2, axis=1) / 18 / s_xx)
    return (np.abs(slopes - 5) > half).reshape(-1, 100).sum(axis=1)


def test_intervals_miss_as_often_as_the_page_counts(opened, built_book):
    glued = built_book.glued("04-inference")
    figure = opened("intervals")
    misses = []
    for _ in range(5):
        misses.append(int(after("each:", said(figure))))
        figure.get_by_role("button", name="Another hundred").press("Enter")

    expected = redrawn_misses()[:4].tolist()
    assert misses == [*expected, expected[0]]
    assert misses[0] == glued["first_misses"]
    assert after("quantile of t is", said(figure)) == pytest.approx(glued["t_quantile"], abs=5e-4)


def test_intervals_of_every_size_are_those_of_the_cell(opened):
    figure = opened("intervals")
    data = data_of(figure)
    press(figure, "Points in each data set", "Home")
    for number, size in enumerate(data["sizes"]):
        text = said(figure)
        slopes, halves = (np.array(size["hundreds"][0][name]) for name in ("slopes", "halves"))
        assert f"{size['n']} points each" in text
        assert after("each:", text) == np.sum(np.abs(slopes - data["truth"]) > halves)
        assert after("reach ±", text) == pytest.approx(np.mean(halves), abs=5.1e-4)
        assert figure.locator("svg path.c1").count() == 100 - after("each:", text), number
        press(figure, "Points in each data set", "ArrowRight")

    reach = [np.mean([hundred["halves"] for hundred in size["hundreds"]]) for size in data["sizes"]]
    assert reach == sorted(reach, reverse=True)
    missed = [
        abs(slope - 5) > half
        for size in data["sizes"]
        for hundred in size["hundreds"]
        for slope, half in zip(hundred["slopes"], hundred["halves"], strict=True)
    ]
    assert 0.03 < np.mean(missed) < 0.07


# The lanes of the race and the glued number that each must show.
LANES = {
    "descent, 0.01": "steps_plain",
    "descent, 0.049": "steps_049",
    "momentum 0.9, rate 0.01": "steps_momentum",
    "heavy ball at its optimum": "steps_ball",
    "Adam, 0.01": "steps_adam",
    "Adam, 1.0": "steps_adam_one",
    "min–max, 0.01": "steps_minmax",
    "centred, best rate": "steps_centred",
    "standardised, 0.5": "steps_standardised",
    "Newton": "steps_newton",
}


def test_race_runs_to_the_counts_of_the_page(opened, built_book):
    glued = built_book.glued("08-fixing-it")
    figure = opened("race")
    assert said(figure).startswith("Step 0: 0 of 11")
    press(figure, "Steps", "End")
    text = said(figure)

    for runner, name in LANES.items():
        assert f"{runner} after {glued[name]}" in text, runner
    assert {glued[name] for name in LANES.values()} >= {720, 173, 83, 43, 4957, 79, 18}
    computed = {runner["name"]: runner["steps"] for runner in data_of(figure)["runners"]}
    assert computed == {runner: glued[name] for runner, name in LANES.items()}


def test_race_steps_from_one_finish_to_the_next(opened, built_book):
    glued = built_book.glued("08-fixing-it")
    figure = opened("race")
    seen = []
    for _ in range(12):
        figure.get_by_role("button", name="Next to finish").press("Enter")
        seen.append(int(after("Step", said(figure))))

    finishes = {glued[name] for name in LANES.values()}
    assert finishes <= set(seen)
    assert seen == sorted(seen)
    figure.get_by_role("button", name="To the start").press("Enter")
    for _ in range(glued["steps_momentum"]):
        figure.get_by_role("button", name="One step").press("Enter")
    assert f"momentum 0.9, rate 0.01 after {glued['steps_momentum']}" in said(figure)
    figure.get_by_role("button", name="One step").press("Enter")
    assert "Step 84" in said(figure)


@pytest.mark.parametrize(
    ("rate_keys", "momentum_keys", "expected"),
    [
        (["Home", *["ArrowRight"] * 9], ["Home"], "steps_plain"),
        (["Home", *["ArrowRight"] * 47], ["Home"], "steps_048"),
        (["Home", *["ArrowRight"] * 9], ["End"], "steps_momentum_99"),
        (["Home", *["ArrowRight"] * 9], ["End", *["ArrowLeft"] * 9], "steps_momentum"),
    ],
)
def test_race_with_a_runner_of_your_own(opened, built_book, rate_keys, momentum_keys, expected):
    glued = built_book.glued("08-fixing-it")
    figure = opened("race")
    press(figure, "Your learning rate", *rate_keys)
    press(figure, "Your momentum", *momentum_keys)
    text = said(figure)

    assert f", crosses after {glued[expected]} steps" in text
    if expected == "steps_momentum":
        assert after("for good after", text) == glued["steps_momentum_good"]
    press(figure, "Your learning rate", "End")
    press(figure, "Your momentum", "Home")
    assert "momentum 0.00, diverges" in said(figure)


def test_race_plays_in_time_and_pauses(opened):
    figure = opened("race")
    figure.get_by_role("button", name="Play").press("Enter")
    words = "document.querySelector('#interactive-race output').textContent"
    figure.page.wait_for_function(f"/Step ([5-9]|\\d\\d+):/.test({words})")
    figure.get_by_role("button", name="Pause").press("Enter")
    still = said(figure)
    figure.page.wait_for_timeout(150)

    assert said(figure) == still
    assert figure.locator("output").get_attribute("aria-live") == "polite"

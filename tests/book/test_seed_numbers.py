"""What the post prints is reproduced on the pages that criticise it."""

import math
import re

import pytest

# As printed in the post; the two sums to the digits that every processor agrees on.
PRINTED = {
    "00-start": ["4.98", "9.98", "5.96", "4.85", "11.2716675141336", "142542.92"],
    "02-least-squares": [
        "4.98",
        "9.98",
        "11.2716675141336",
        "slope error: 0.48 %",
        "intercept error: 0.19 %",
    ],
    "03-goodness-of-fit": ["R-squared: 0.996130"],
}


@pytest.mark.parametrize("page", PRINTED)
def test_the_posts_numbers_stand_in_the_built_page(page, built_book):
    soup = built_book.soup(page)
    text = soup.select_one("main").get_text(" ")

    for number in PRINTED[page]:
        if page == "02-least-squares" and number in {"4.98", "9.98"}:
            continue  # printed there with more digits; the next test reads them
        assert number in text, f"{page} does not show {number}"


def test_the_posts_first_parameters_round_as_printed(built_book):
    glued = built_book.glued("00-start")

    assert f"{glued['slope_scipy']:.2f}" == "4.98"
    assert f"{glued['intercept_scipy']:.2f}" == "9.98"
    assert f"{glued['slope_trained']:.2f}" == "5.96"
    assert f"{glued['intercept_trained']:.2f}" == "4.85"
    assert math.isclose(glued["sse_scipy"], 11.271667514133675, rel_tol=1e-12)
    assert math.isclose(glued["table_sum"], 142542.92611189466, rel_tol=1e-7)


def test_the_true_sum_is_the_sum_over_twenty_errors(built_book):
    glued = built_book.glued("00-start")

    assert glued["sse_trained"] == pytest.approx(170.85469, abs=1e-4)
    assert glued["times_minimum"] == pytest.approx(glued["sse_trained"] / glued["sse_scipy"], rel=1e-12)


def test_every_number_shown_in_prose_is_its_glued_value(built_book):
    from book_pages import CHAPTERS, GLUE, captions, cells

    for page in CHAPTERS:
        markdown = [cell.source for cell in cells(page) if cell.cell_type == "markdown"]
        shown = [node.get_text() for node in built_book.soup(page).select("main .pasted-text")]
        assert len(shown) == len(GLUE.findall("\n".join(markdown + captions(page)))), page
        assert all(re.fullmatch(r"−?[\d.,]+(?:e[+-]?\d+)?%?|[^\d]+", text) for text in shown), shown

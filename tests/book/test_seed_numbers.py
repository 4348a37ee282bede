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
    "04-inference": ["slope (95%): 4.98 +/- 0.15", "intercept (95%): 9.98 +/- 0.68"],
}
# Every figure the post prints, as the post-mortem's first output repeats it beside what was computed again.
AUDIT = """
R-squared                        0.996130
SciPy slope                          4.98
+/-                                  0.15
SciPy intercept                      9.98
+/-                                  0.68
SciPy slope error, %                 0.48
SciPy intercept error, %             0.19
start, weight                      0.5153
start, bias                       -0.4414
start, slope                         0.52
start, intercept                    -0.44
trained slope                        5.96
trained intercept                    4.85
trained slope error, %              19.30
trained intercept error, %          51.50
SSE_SciPy                    11.271667514
SSE_TorchNN                     142542.93
"""
# The same figures with more digits, each with the verdict of the audit's table; its last rows are words.
VERDICTS = {
    "R-squared": ("0.9961301687", "right, and says little"),
    "SciPy's slope": ("4.9759008 ± 0.1535795", "right"),
    "SciPy's intercept": ("9.9813594 ± 0.6755531", "right, one at a time"),
    "SciPy's slope error": ("0.48198 %", "right, and luck"),
    "SciPy's intercept error": ("0.18641 %", "right, and luck"),
    "initial slope": ("0.51526320", "right"),
    "initial intercept": ("−0.44137824", "right"),
    "trained slope": ("5.964956", "right, and unfinished"),
    "trained intercept": ("4.849584", "right, and unfinished"),
    "trained slope's error": ("19.2991", "right, wrong yardstick"),
    "trained intercept's error": ("51.5041", "right, wrong yardstick"),
    "SSE of SciPy": ("11.271667514", "right"),
    "SSE of TorchNN": ("142542.92", "wrong: not an SSE"),
    "the five-feature model": ("NameError", "never ran"),
}


def words(line):
    return line.split()


@pytest.mark.parametrize("line", AUDIT.strip().splitlines())
def test_every_figure_the_post_prints_stands_beside_what_was_computed_again(line, built_book):
    outputs = [output.get_text() for output in built_book.soup("11-post-mortem").select("main .cell_output pre")]
    audit = next(output for output in outputs if "SSE_TorchNN" in output).splitlines()
    printed = words(line)[-1]

    assert [*words(line), printed, "same"] in [words(row) for row in audit]


def test_the_audit_repeats_the_posts_figures_and_no_others(built_book):
    outputs = [output.get_text() for output in built_book.soup("11-post-mortem").select("main .cell_output pre")]
    audit = next(output for output in outputs if "SSE_TorchNN" in output).strip().splitlines()

    assert [words(row)[:-2] for row in audit] == [words(line) for line in AUDIT.strip().splitlines()]


@pytest.mark.parametrize("claim", VERDICTS)
def test_every_figure_has_its_computed_value_and_its_verdict_in_the_table(claim, built_book):
    computed, verdict = VERDICTS[claim]
    rows = [
        [" ".join(cell.get_text().split()) for cell in row.find_all("td")]
        for row in built_book.soup("11-post-mortem").select("main table tr")
    ]
    row = next(row for row in rows if row and row[0].replace("’", "'") == claim)

    assert row[1].startswith(computed)
    assert row[2] == verdict


def test_the_posts_last_error_is_repeated_in_its_own_words(built_book):
    text = built_book.soup("10-shapes-batches").select_one("main").get_text()

    assert "NameError: name 'batches' is not defined" in text


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

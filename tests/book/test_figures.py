"""Every figure has a caption that says something and a description for those who can't see it."""

import re

import pytest
from book_pages import PAGES, cells


def figure_cells(page):
    return [cell for cell in cells(page) if "figure" in cell.metadata.get("mystnb", {})]


@pytest.mark.parametrize("page", PAGES)
def test_alternative_text_is_40_to_250_characters_without_digits(page):
    for cell in figure_cells(page):
        name = cell.metadata["mystnb"]["figure"]["name"]
        alt = cell.metadata["mystnb"].get("image", {}).get("alt", "")
        assert 40 <= len(alt) <= 250, f"{page} {name}: {len(alt)} characters"
        assert not re.search(r"\d", alt), f"{page} {name}: a number in alternative text cannot be checked"


@pytest.mark.parametrize("page", PAGES)
def test_captions_are_sentences(page):
    for cell in figure_cells(page):
        figure = cell.metadata["mystnb"]["figure"]
        assert len(figure["caption"].split()) >= 8, f"{page} {figure['name']}: state the finding"
        assert figure["caption"].strip().endswith((".", "?"))


@pytest.mark.parametrize("page", PAGES)
def test_every_drawing_cell_is_a_figure_with_a_caption(page):
    for cell in cells(page):
        if cell.cell_type == "code" and re.search(r"plt\.(subplots|figure)\(", cell.source):
            assert "figure" in cell.metadata.get("mystnb", {}), f"{page}: a figure without caption:\n{cell.source}"


@pytest.mark.parametrize("page", PAGES)
def test_built_figures_are_vector_described_and_themed(page, built_book):
    soup = built_book.soup(page)
    drawn = soup.select("figure svg.figure")

    assert len(drawn) == len(figure_cells(page))
    assert not soup.select("main .cell_output img"), "an output that is not SVG"
    for svg in drawn:
        assert svg["role"] == "img"
        assert len(svg["aria-label"]) >= 40
        assert "var(--figure-ink)" in str(svg)
        foreign = set(re.findall(r"#[0-9a-f]{6}\b", str(svg))) - {"#7f7f7f", "#808080"}
        assert not foreign, f"colours outside the book's palette: {foreign}"


@pytest.mark.parametrize("page", PAGES)
def test_every_figure_is_announced_in_the_text(page):
    text = "\n".join(cell.source for cell in cells(page) if cell.cell_type == "markdown")
    for cell in figure_cells(page):
        name = cell.metadata["mystnb"]["figure"]["name"]
        assert f"{{numref}}`{name}`" in text, f"{page}: nothing says what to look at in {name}"

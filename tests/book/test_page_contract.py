"""Every page has all its parts."""

import re

import pytest
from book_pages import CHAPTERS, PAGES, cells, source

BANNED = re.compile(r"\b(simply|obviously|clearly|of course|as you can see|trivial(?:ly)?)\b", re.IGNORECASE)


def markdown(page):
    return "\n\n".join(cell.source for cell in cells(page) if cell.cell_type == "markdown")


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_chapter_has_every_part_in_order(page):
    text = markdown(page)
    parts = [
        r"^# ",
        r"^:::\{objectives\}\n:minutes: \d+\n:needs: \S",
        r"^:::\{predict\}",
        r"^## Check yourself",
        r"^:::\{check\}",
        r"^:::\{exercises\}",
        r"^## Summary",
        r"^## Further reading",
    ]
    positions = []
    for part in parts:
        found = re.search(part, text, re.MULTILINE)
        assert found, f"{page}: no part {part}"
        positions.append(found.start())

    assert positions == sorted(positions)


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_chapter_has_three_checks_with_every_answer_explained(page, built_book):
    checks = built_book.soup(page).select("fieldset.check")

    assert len(checks) == 3
    for check in checks:
        options = check.select(".check-option")
        assert len(options) >= 2
        assert [option["data-right"] for option in options].count("true") == 1
        for option in options:
            assert len(option.select_one(".check-why").get_text()) > 60, option.get_text()


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_chapter_has_a_misconception_and_a_citation(page):
    text = markdown(page)

    assert ":::{misconception}" in text
    assert "{cite:" in text.split("## Further reading")[1]


def test_no_misconception_is_treated_twice():
    numbers = [int(n) for page in CHAPTERS for n in re.findall(r"^:number: (\d+)$", source(page), re.MULTILINE)]

    assert len(numbers) == len(set(numbers))
    assert set(numbers) <= set(range(1, 26))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_describes_itself_for_search_engines(page, built_book):
    description = built_book.soup(page).select_one("meta[name=description]")

    assert description is not None
    assert 50 <= len(description["content"]) <= 160


@pytest.mark.parametrize("page", PAGES)
def test_a_page_talks_down_to_nobody(page):
    found = BANNED.findall(markdown(page))

    assert not found, f"{page}: {found}"


@pytest.mark.parametrize("page", CHAPTERS)
def test_the_downloaded_notebook_defines_every_name_it_uses(page, built_book):
    import ast
    import builtins

    import nbformat

    notebook = nbformat.read(built_book.html / "notebooks" / f"{page}.ipynb", as_version=4)
    nbformat.validate(notebook)
    tree = ast.parse("\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code"))
    bound, used = set(dir(builtins)) | {"display", "get_ipython"}, set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(ctx=ast.Load()):
                used.add(node.id)
            case ast.Name() | ast.FunctionDef() | ast.ClassDef():
                bound.add(node.id if isinstance(node, ast.Name) else node.name)
            case ast.alias():
                bound.add((node.asname or node.name).split(".")[0])
            case ast.arg():
                bound.add(node.arg)
            case ast.ExceptHandler(name=str()):
                bound.add(node.name)

    assert used <= bound, f"defined only in cells that the download leaves out: {sorted(used - bound)}"
    text = "\n".join(cell.source for cell in notebook.cells)
    assert not re.search(r"\{[a-z:]+\}`|^:::", text, re.MULTILINE), "MyST left in the downloaded notebook"

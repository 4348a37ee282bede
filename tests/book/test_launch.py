"""A page says what it was built with, and opens elsewhere only when the published repository has an address."""

import re
import sys

import pytest
import yaml
from book_pages import CHAPTERS, PAGES
from bs4 import BeautifulSoup
from conftest import GOOD_PAGE, run_build


def publish(folder, address):
    settings = yaml.safe_load((folder / "_config.yml").read_text(encoding="utf-8"))
    settings["sphinx"]["config"]["html_theme_options"]["repository_url"] = address
    (folder / "_config.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def launch_links(soup):
    return {link.get_text(): link["href"] for link in soup.select(".launch a")}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_which_versions_it_was_last_built_with(page, built_book):
    import matplotlib
    import numpy
    import scipy
    import torch

    said = built_book.soup(page).select_one("footer").get_text()

    python = ".".join(str(part) for part in sys.version_info[:3])
    assert f"Last built with Python {python}, NumPy {numpy.__version__}, SciPy {scipy.__version__}" in said
    assert f"PyTorch {torch.__version__.split('+')[0]} and Matplotlib {matplotlib.__version__}." in said


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_page_without_a_published_repository_has_a_download_and_no_dead_button(page, built_book):
    soup = built_book.soup(page)

    assert soup.select_one(".download a")["href"] == f"../notebooks/{page}.ipynb"
    assert launch_links(soup) == {}
    assert not re.search("colab|mybinder", str(soup))


@pytest.mark.parametrize("ending", ["", ".git", "/"])
def test_the_address_may_be_the_one_that_git_or_a_browser_shows(ending):
    from book_launch import ADDRESS

    assert ADDRESS.fullmatch(f"https://github.com/someone/a-line.twice{ending}")["repository"] == "someone/a-line.twice"


def test_with_an_address_every_notebook_opens_on_colab_and_binder(small_book):
    publish(small_book, "https://github.com/someone/a-line.twice")
    (small_book / "book" / "page.md").write_text(GOOD_PAGE, encoding="utf-8")

    result = run_build(small_book)

    assert result.returncode == 0, result.stderr
    built = small_book / "_build" / "html"
    assert launch_links(BeautifulSoup((built / "book" / "page.html").read_text(), "html.parser")) == {
        "on Colab": "https://colab.research.google.com/github/someone/a-line.twice/blob/notebooks/page.ipynb",
        "on Binder": "https://mybinder.org/v2/gh/someone/a-line.twice/notebooks?urlpath=lab/tree/page.ipynb",
    }
    assert (built / "notebooks" / "page.ipynb").is_file()


def test_an_address_that_is_none_is_refused_with_a_sentence(small_book):
    publish(small_book, "github.com/someone")
    (small_book / "book" / "page.md").write_text(GOOD_PAGE, encoding="utf-8")

    result = run_build(small_book)

    assert result.returncode != 0
    assert "repository_url is 'github.com/someone'; expected https://github.com/OWNER/NAME" in result.stderr


def test_what_binder_installs_is_what_the_notebooks_import(built_book):
    import nbformat

    folder = built_book.html / "notebooks"
    wanted = set(re.findall(r"^(\w+)==[\d.]+$", (folder / "requirements.txt").read_text(), re.MULTILINE))
    imported = set()
    for path in folder.glob("*.ipynb"):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code":
                imported |= set(re.findall(r"^\s*(?:import|from) (\w+)", cell.source, re.MULTILINE))

    assert wanted == {"numpy", "scipy", "torch", "matplotlib"}
    assert imported - wanted <= sys.stdlib_module_names


def test_the_workflow_publishes_the_notebooks_to_the_branch_that_the_buttons_open():
    from book_launch import BRANCH
    from book_pages import ROOT

    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "book.yml").read_text(encoding="utf-8"))
    built = [step for step in workflow["jobs"]["build"]["steps"] if "upload-artifact" in step.get("uses", "")]
    push = workflow["jobs"]["notebooks"]["steps"][-1]["run"].splitlines()[-1]

    assert built[0]["with"] == {"name": "notebooks", "path": "_build/html/notebooks"}
    assert push.startswith("git push --force ")
    assert push.endswith(f" HEAD:{BRANCH}")

"""A book with a failing cell, a warning cell or a broken reference does not build."""

import shutil

import pytest
import yaml
from book_pages import ROOT
from conftest import run_build

GOOD = """---
file_format: mystnb
kernelspec:
  name: python3
---

# A page

```{code-cell} python
print("fine")
```
"""


@pytest.fixture
def small_book(tmp_path):
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    (tmp_path / "_config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: book/page\n", encoding="utf-8")
    for folder in ("_ext", "_theme"):
        shutil.copytree(ROOT / "book" / folder, tmp_path / "book" / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "book" / "references.bib", tmp_path / "book")
    return tmp_path


@pytest.mark.parametrize(
    ("added", "complaint"),
    [
        ('```{code-cell} python\nraise RuntimeError("the cell that fails")\n```', "the cell that fails"),
        ('```{code-cell} python\nimport warnings\nwarnings.warn("not today")\n```', "stderr"),
        ("[nowhere](#no-such-label)", "no-such-label"),
        ("{glue:text}`never_glued`", "never_glued"),
        ("$\\nosuchcommand{x}$", "cannot be converted to MathML"),
        (":::{check} Why?\n- [x] Because\n:::", "check"),
    ],
    ids=["failing cell", "warning cell", "broken link", "missing number", "bad formula", "unexplained answer"],
)
def test_a_broken_page_fails_the_build(small_book, added, complaint):
    (small_book / "book" / "page.md").write_text(f"{GOOD}\n{added}\n", encoding="utf-8")

    result = run_build(small_book)

    assert result.returncode != 0
    assert complaint in result.stdout + result.stderr


def test_the_same_page_without_the_fault_builds(small_book):
    (small_book / "book" / "page.md").write_text(GOOD, encoding="utf-8")

    result = run_build(small_book)

    assert result.returncode == 0, result.stderr

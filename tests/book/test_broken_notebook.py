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
        shutil.copytree(
            ROOT / "book" / folder, tmp_path / "book" / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "book" / "references.bib", tmp_path / "book")
    return tmp_path


FAULTS = {
    "warns": ('```{code-cell} python\nimport warnings\nwarnings.warn("not today")\n```', "stderr"),
    "broken link": ("[nowhere](#no-such-label)", "no-such-label"),
    "missing number": ("{glue:text}`never_glued`", "never_glued"),
    "unexplained answer": (":::{check} Why?\n- [x] Because\n:::", "has no explanation"),
    "bad formula": ("$\\nosuchcommand{x}$", "cannot be converted to MathML"),
}


def test_a_failing_cell_fails_the_build(small_book):
    failing = '```{code-cell} python\nraise RuntimeError("the cell that fails")\n```'
    (small_book / "book" / "page.md").write_text(f"{GOOD}\n{failing}\n", encoding="utf-8")

    result = run_build(small_book)

    assert result.returncode != 0
    assert "the cell that fails" in result.stdout + result.stderr


def test_every_other_fault_is_named_and_fails_the_build(small_book):
    added = "\n\n".join(fault for fault, _ in FAULTS.values())
    (small_book / "book" / "page.md").write_text(f"{GOOD}\n{added}\n", encoding="utf-8")

    result = run_build(small_book)

    said = result.stdout + result.stderr
    assert result.returncode != 0
    assert [name for name, (_, complaint) in FAULTS.items() if complaint not in said] == []


def test_the_same_page_without_a_fault_builds(small_book):
    (small_book / "book" / "page.md").write_text(GOOD, encoding="utf-8")

    result = run_build(small_book)

    assert result.returncode == 0, result.stderr

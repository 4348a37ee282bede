"""The built book, once a session, and a browser to open it with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from filelock import FileLock

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).resolve().parents[2] / "book" / "_ext")]

from book_pages import ROOT, Built  # noqa: E402  # the line above makes it importable

GOOD_PAGE = """---
file_format: mystnb
kernelspec:
  name: python3
---

# A page

```{code-cell} python
print("fine")
```
"""


def run_build(folder: Path) -> subprocess.CompletedProcess[str]:
    """Build a book as the README says; warnings are errors."""
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", ".", "-W", "-n", "--keep-going"]
    environment = os.environ | {
        "OMP_NUM_THREADS": "1",
        "NO_COLOR": "1",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }
    return subprocess.run(command, cwd=folder, env=environment, text=True, capture_output=True, check=False)


@pytest.fixture(scope="session")
def built_book() -> Built:
    """The book in `_build/`, built again where its sources are newer; cells run only if they changed."""
    output = ROOT / "_build"
    output.mkdir(exist_ok=True)
    session = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")  # the same in each of the processes of one run
    said = output / "book.session"
    with FileLock(output / "book.lock"):
        if not session or not said.is_file() or said.read_text(encoding="utf-8") != session:
            result = run_build(ROOT)
            if result.returncode != 0:
                pytest.fail(
                    f"the book does not build:\n{result.stdout[-4000:]}\n{result.stderr[-4000:]}", pytrace=False
                )
            said.write_text(session, encoding="utf-8")
    return Built(output / "html", output / ".jupyter_cache")


@pytest.fixture
def small_book(tmp_path: Path) -> Path:
    """A folder with this book's settings, extensions and theme, whose one page a test writes to `book/page.md`."""
    shutil.copy(ROOT / "_config.yml", tmp_path)
    (tmp_path / "_toc.yml").write_text(yaml.safe_dump({"format": "jb-book", "root": "book/page"}), encoding="utf-8")
    for folder in ("_ext", "_theme"):
        shutil.copytree(
            ROOT / "book" / folder, tmp_path / "book" / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    for file in ("references.bib", "a-glossary.md"):
        shutil.copy(ROOT / "book" / file, tmp_path / "book")
    return tmp_path

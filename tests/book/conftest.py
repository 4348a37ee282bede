"""The built book, once a session, and a browser to open it with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).resolve().parents[2] / "book" / "_ext")]

from book_pages import ROOT, Built  # noqa: E402  # the line above makes it importable


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
    with FileLock(output / "book.lock"):
        result = run_build(ROOT)
    if result.returncode != 0:
        pytest.fail(f"the book does not build:\n{result.stdout[-4000:]}\n{result.stderr[-4000:]}", pytrace=False)
    return Built(output / "html", output / ".jupyter_cache")

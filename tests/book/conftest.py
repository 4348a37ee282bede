"""The built book, once a session, and a browser to open it with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from filelock import FileLock

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).resolve().parents[2] / "book" / "_ext")]

from book_pages import ROOT, Built  # noqa: E402  # the line above makes it importable

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


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


@pytest.fixture(scope="module")
def browser():
    """A headless Chromium."""
    playwright_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # playwright's own transport, on closing
        with playwright_api.sync_playwright() as playwright:
            try:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            except playwright_api.Error as error:
                pytest.skip(f"no Chromium to open pages with: {error.message.splitlines()[0]}")
            yield browser
            browser.close()

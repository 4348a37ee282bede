"""Print the one-file edition of the built book to a PDF with headless Chromium: python book/print_book.py."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "_build" / "html" / "fit-a-line-twice.html"
TARGET = ROOT / "_build" / "fit-a-line-twice.pdf"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PAGE_NUMBER = '<div style="width: 100%; text-align: center; font-size: 8pt"><span class="pageNumber"></span></div>'


# Chromium makes bookmarks from headings only in a tagged document.
OPTIONS = {
    "format": "A4",
    "margin": {"top": "18mm", "bottom": "18mm", "left": "16mm", "right": "16mm"},
    "display_header_footer": True,
    "header_template": "<span></span>",
    "footer_template": PAGE_NUMBER,
    "outline": True,
    "tagged": True,
}


def open_for_print(browser: Browser, source: Path) -> Page:
    """Open the file as it is printed: light, with every explanation of a check unfolded."""
    # Without scripts a check shows all its explanations, and a static figure stands in for an interactive one.
    tab = browser.new_context(java_script_enabled=False, color_scheme="light").new_page()
    tab.set_default_timeout(180_000)  # a whole book takes a busy machine a while
    tab.goto(source.as_uri())
    tab.eval_on_selector_all("details.check-why", "(all) => all.forEach((one) => { one.open = true; })")
    return tab


def print_pdf(source: Path, target: Path, chromium: str) -> None:
    """Print a file with its headings as bookmarks."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        open_for_print(browser, source).pdf(path=target, **OPTIONS)
        browser.close()


def main() -> int:
    """Print the book, or say in a sentence what is missing."""
    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    if chromium is None:
        print("print_book: no Chromium found; install the package chromium and run this again.", file=sys.stderr)
        return 2
    if not SOURCE.is_file():
        print(f"print_book: {SOURCE} is missing; run make book first.", file=sys.stderr)
        return 2
    print_pdf(SOURCE, TARGET, chromium)
    print(TARGET)
    return 0


if __name__ == "__main__":
    sys.exit(main())

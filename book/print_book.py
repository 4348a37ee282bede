"""Print the one-file edition of the built book to a PDF with headless Chromium: python book/print_book.py."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "_build" / "html" / "fit-a-line-twice.html"
TARGET = ROOT / "_build" / "fit-a-line-twice.pdf"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PAGE_NUMBER = '<div style="width: 100%; text-align: center; font-size: 8pt"><span class="pageNumber"></span></div>'


def print_pdf(source: Path, target: Path, browser: str) -> None:
    """Print a page with its headings as bookmarks and every explanation of a check open."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        # Without scripts a check shows its explanations, and a static figure stands in for an interactive one.
        tab = opened.new_context(java_script_enabled=False, color_scheme="light").new_page()
        tab.goto(source.as_uri())
        tab.eval_on_selector_all("details.check-why", "(all) => all.forEach((one) => { one.open = true; })")
        tab.pdf(
            path=target,
            format="A4",
            margin={"top": "18mm", "bottom": "18mm", "left": "16mm", "right": "16mm"},
            display_header_footer=True,
            header_template="<span></span>",
            footer_template=PAGE_NUMBER,
            outline=True,
            tagged=True,
        )
        opened.close()


def main() -> int:
    """Print the book, or say in a sentence what is missing."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("print_book: no Chromium found; install the package chromium and run this again.", file=sys.stderr)
        return 2
    if not SOURCE.is_file():
        print(f"print_book: {SOURCE} is missing; run make book first.", file=sys.stderr)
        return 2
    print_pdf(SOURCE, TARGET, browser)
    print(TARGET)
    return 0


if __name__ == "__main__":
    sys.exit(main())

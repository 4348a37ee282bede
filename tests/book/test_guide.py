"""The instructor guide has its table of known answers, and the bundle for students is there to be taken."""

import zipfile

from book_answers import known_answers
from book_pages import ROOT


def test_the_table_counts_the_answers_of_every_exercise(built_book):
    rows = [
        tuple(cell.get_text(strip=True) for cell in row.select("td"))
        for row in built_book.soup("a-instructor-guide").select_one("table").select("tbody tr")
    ]
    counted = [(a, e, str(wrong), str(right)) for a, e, wrong, right in known_answers(ROOT / "solutions")]

    assert rows == counted
    assert len(rows) >= 24
    assert all(int(wrong) >= 5 and int(right) >= 3 for _, _, wrong, right in rows)
    assert sum(int(wrong) for _, _, wrong, _ in rows) == len(list(ROOT.glob("solutions/*/hidden/wrong/*/*.py")))


def test_the_guide_links_the_students_bundle(built_book):
    (link,) = built_book.soup("a-instructor-guide").select("main a[href$='.zip']")

    with zipfile.ZipFile(built_book.html / "book" / link["href"]) as bundle:
        assert "fit-a-line-twice-exercises/README.md" in bundle.namelist()

"""Cells run again only where code has changed."""

from conftest import GOOD_PAGE, run_build


def test_an_edit_of_prose_executes_no_cell(small_book, tmp_path):
    runs = tmp_path / "runs"
    counting = f'```{{code-cell}} python\nwith open({str(runs)!r}, "a") as file:\n    file.write("x")\n```'
    page = small_book / "book" / "page.md"
    counts = []
    for text in ("As written.", "As rewritten.", "With one more.\n\n```{code-cell} python\n1 + 1\n```"):
        page.write_text(f"{GOOD_PAGE}\n{counting}\n\n{text}\n", encoding="utf-8")
        result = run_build(small_book)
        assert result.returncode == 0, result.stderr
        built = (small_book / "_build" / "html" / "book" / "page.html").read_text(encoding="utf-8")
        assert text.partition("\n")[0] in built
        counts.append(len(runs.read_text()))

    assert counts == [1, 1, 2]

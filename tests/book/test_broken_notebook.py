"""A book with a failing cell, a warning cell or a broken reference does not build."""

from conftest import GOOD_PAGE, run_build

FAULTS = {
    "warns": ('```{code-cell} python\nimport warnings\nwarnings.warn("not today")\n```', "stderr"),
    "broken link": ("[nowhere](#no-such-label)", "no-such-label"),
    "missing number": ("{glue:text}`never_glued`", "never_glued"),
    "unexplained answer": (":::{check} Why?\n- [x] Because\n:::", "has no explanation"),
    "bad formula": ("$\\nosuchcommand{x}$", "cannot be converted to MathML"),
}


def test_a_failing_cell_fails_the_build(small_book):
    failing = '```{code-cell} python\nraise RuntimeError("the cell that fails")\n```'
    (small_book / "book" / "page.md").write_text(f"{GOOD_PAGE}\n{failing}\n", encoding="utf-8")

    result = run_build(small_book)

    assert result.returncode != 0
    assert "the cell that fails" in result.stdout + result.stderr


def test_every_other_fault_is_named_and_fails_the_build(small_book):
    added = "\n\n".join(fault for fault, _ in FAULTS.values())
    (small_book / "book" / "page.md").write_text(f"{GOOD_PAGE}\n{added}\n", encoding="utf-8")

    result = run_build(small_book)

    said = result.stdout + result.stderr
    assert result.returncode != 0
    assert [name for name, (_, complaint) in FAULTS.items() if complaint not in said] == []


def test_the_same_page_without_a_fault_builds(small_book):
    (small_book / "book" / "page.md").write_text(GOOD_PAGE, encoding="utf-8")

    result = run_build(small_book)

    assert result.returncode == 0, result.stderr

"""Hidden tests read as text: which exercise each is for, what it says, which misconceptions it names."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.assignment import Assignment, Misconception
from autograder.findings import Finding

_SENTENCE_WITHIN = re.compile(r"[.!?]\s+[A-Z]")


@dataclass(frozen=True)
class HiddenTest:
    """One test function; `exercise` is None where it carries no marker that can be read."""

    name: str
    line: int
    exercise: str | None
    docstring: str
    misconceptions: tuple[str, ...]


def read_hidden_tests(assignment: Assignment) -> tuple[HiddenTest, ...]:
    """Return an assignment's test functions in order; raises SyntaxError where the file is not Python."""
    tree = ast.parse(assignment.tests_path.read_text(encoding="utf-8"), str(assignment.tests_path))
    return tuple(
        HiddenTest(
            name=node.name,
            line=node.lineno,
            exercise=_exercise_of(node),
            docstring=ast.get_docstring(node) or "",
            misconceptions=tuple(_misconceptions_in(node)),
        )
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test")
    )


def _exercise_of(node: ast.FunctionDef) -> str | None:
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "pytest.mark.exercise":
            first = decorator.args[0] if decorator.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                return first.value
    return None


def _misconceptions_in(node: ast.FunctionDef) -> Iterator[str]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "mistakes":
            for keyword in call.keywords:
                if keyword.arg == "on_raise":  # one that is made elsewhere is not followed, like a `**`
                    made_here = keyword.value.keys if isinstance(keyword.value, ast.Dict) else []
                    yield from (str(key.value) for key in made_here if isinstance(key, ast.Constant))
                elif keyword.arg is not None:
                    yield keyword.arg


def test_findings(assignment: Assignment, known: dict[str, Misconception]) -> Iterator[Finding]:
    """Say what is wrong with the form of an assignment's hidden tests."""
    try:
        tests = read_hidden_tests(assignment)
    except SyntaxError as error:
        yield Finding(str(assignment.tests_path), f"expected Python, found: {error}.", "Correct that line.")
        return
    exercises = {exercise.id for exercise in assignment.exercises}
    for test in tests:
        where = f"{assignment.tests_path}:{test.line} {test.name}"
        if test.exercise not in exercises:
            yield Finding(
                where, f"its marker names {test.exercise}, not one of {', '.join(sorted(exercises))}.",
                'Write @pytest.mark.exercise("...") above it.',
            )
        elif not test.name.startswith(f"test_{test.exercise}_"):
            yield Finding(where, "its name does not say its exercise.", f"Call it test_{test.exercise}_...")
        if not _is_one_sentence(test.docstring):
            yield Finding(
                where, f"expected one sentence as docstring, found {test.docstring!r}.",
                "Write the sentence that a student reads when this test fails.",
            )
        for id_ in test.misconceptions:
            if id_ not in known:
                yield Finding(
                    where, f"misconception {id_!r} is not in misconceptions.toml.",
                    "Correct the id, or describe it there.",
                )
    for name, count in Counter(test.name for test in tests).items():
        if count > 1:
            yield Finding(
                f"{assignment.tests_path} {name}", f"{count} tests have this name, Python keeps the last.",
                "Rename the others.",
            )
    for exercise in sorted(exercises - {test.exercise for test in tests}):
        yield Finding(f"{assignment.tests_path}", f"no test is for {exercise}.", "Write one.")


def _is_one_sentence(text: str) -> bool:
    joined = " ".join(text.split())
    return joined.endswith((".", "!", "?")) and not _SENTENCE_WITHIN.search(joined)

"""The wrong and right answers kept beside the hidden tests, and the misconceptions that wrong ones show."""

from __future__ import annotations

import ast
import inspect
import math
import re
from dataclasses import dataclass
from pathlib import Path

from autograder.assignment_record import Assignment
from autograder.course_file import read_table
from autograder.errors import CourseError
from autograder.model import Outcome
from autograder.settings import SOURCE_FOLDER

_FIELD = re.compile(r"(fails|sometimes|score|misconception|outcome):\s*(.*)")
_OUTCOMES = frozenset(outcome.value for outcome in Outcome) - {Outcome.PASSED.value, Outcome.SKIPPED.value}
_CURE = "Correct the header: a sentence, a blank line, then fails:, sometimes:, score:, misconception:, outcome:."


@dataclass(frozen=True)
class Answer:
    """An answer to one exercise whose verdict is known: every test not in `fails` or `sometimes` passes.

    `sometimes` are tests that it fails on some inputs and passes on others, as where training is left to chance.
    `score` is in points of the exercise, and what it gets when it passes these; a right answer fails nothing and
    gets all points.
    """

    exercise: str
    name: str
    path: Path
    right: bool
    source: str
    belief: str
    fails: tuple[tuple[str, Outcome], ...]
    sometimes: tuple[tuple[str, Outcome], ...]
    score: float
    misconception: str | None


@dataclass(frozen=True)
class Misconception:
    """A known wrong idea: what its students read, and where the book explains it."""

    id: str
    number: int | None
    belief: str
    sentence: str
    section: str
    chapter_title: str

    @property
    def read(self) -> str:
        """Where to read on, as feedback says it."""
        return f"{self.chapter_title} ({self.section})"


def load_answers(assignment: Assignment) -> tuple[Answer, ...]:
    """Read every file under hidden/wrong and hidden/right, in order of exercise, kind and name."""
    answers = [
        _read_answer(assignment, path, right=kind == "right")
        for kind in ("wrong", "right")
        for path in (assignment.folder / "hidden" / kind).glob("*/*.py")
    ]
    order = {exercise.id: position for position, exercise in enumerate(assignment.exercises)}
    return tuple(sorted(answers, key=lambda answer: (order[answer.exercise], not answer.right, answer.name)))


def load_misconceptions(course_root: Path) -> dict[str, Misconception]:
    """Read solutions/misconceptions.toml, by id."""
    table = read_table(course_root / SOURCE_FOLDER / "misconceptions.toml")
    misconceptions: dict[str, Misconception] = {}
    numbers: dict[int, str] = {}
    for id_ in table.values:
        entry = table.table(id_)
        entry.allow("number", "belief", "sentence", "section", "chapter_title")
        number = int(entry.positive("number")) if "number" in entry.values else None
        if number is not None and numbers.setdefault(number, id_) != id_:
            raise CourseError(
                entry.thing, expected="a number of its own", found=f"{number}, as in [{numbers[number]}]",
                cure="Change one of the two numbers.",
            )
        misconceptions[id_] = Misconception(
            id=id_,
            number=number,
            belief=entry.text("belief"),
            sentence=entry.text("sentence"),
            section=entry.section("section"),
            chapter_title=entry.text("chapter_title"),
        )
    return misconceptions


def _read_answer(assignment: Assignment, path: Path, *, right: bool) -> Answer:
    exercise = assignment.exercise(path.parent.name)
    try:
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
    except (SyntaxError, ValueError, OSError) as error:
        raise CourseError(
            str(path), expected="Python source", found=str(error), cure="Correct the line it names."
        ) from error
    header = ast.get_docstring(tree, clean=False)
    if header is None:
        raise CourseError(str(path), expected="a docstring at its top", found="none", cure=_CURE)
    belief, fields = _split_header(path, inspect.cleandoc(header))
    if right and fields:
        raise CourseError(
            str(path), expected="a right answer, without fields", found=", ".join(fields),
            cure="Remove them, or move the file to hidden/wrong.",
        )
    source = "\n".join(text.split("\n")[tree.body[0].end_lineno or 0 :]).strip("\n") + "\n"
    return Answer(
        exercise=exercise.id,
        name=path.stem,
        path=path,
        right=right,
        source=source,
        belief=belief,
        fails=() if right else _tests(path, fields, "fails"),
        sometimes=_tests(path, fields, "sometimes") if "sometimes" in fields else (),
        score=exercise.points if right else _score(path, fields, exercise.points),
        misconception=fields.get("misconception"),
    )


def _split_header(path: Path, header: str) -> tuple[str, dict[str, str]]:
    """Split a docstring into its sentences and the fields of its last paragraph."""
    prose, _, last = header.rpartition("\n\n")
    if not _FIELD.match(last):
        return header.strip(), {}
    fields: dict[str, str] = {}
    name = ""
    for line in last.split("\n"):
        match = _FIELD.fullmatch(line)
        if match is not None and match[1] not in fields:
            name = match[1]
            fields[name] = match[2].strip()
        elif line.startswith(" "):
            fields[name] += " " + line.strip()
        else:
            raise CourseError(str(path), expected="known fields, each once", found=repr(line), cure=_CURE)
    return prose.strip(), fields


def _tests(path: Path, fields: dict[str, str], field: str) -> tuple[tuple[str, Outcome], ...]:
    default = fields.get("outcome", Outcome.FAILED.value)
    pairs = [entry.strip().partition("=") for entry in fields.get(field, "").split(",") if entry.strip()]
    fails = tuple((test.strip(), (outcome or default).strip()) for test, _, outcome in pairs)
    wrong = [outcome for _, outcome in fails if outcome not in _OUTCOMES]
    if not fails or wrong:
        raise CourseError(
            str(path), expected=f"{field}: test names, with an outcome among " + ", ".join(sorted(_OUTCOMES)),
            found=", ".join(wrong) or "no test", cure=_CURE,
        )
    return tuple((test, Outcome(outcome)) for test, outcome in fails)


def _score(path: Path, fields: dict[str, str], points: float) -> float:
    try:
        score = float(fields.get("score", ""))
    except ValueError:
        score = math.nan
    if not 0 <= score < points:
        raise CourseError(
            str(path), expected=f"score: a number from 0 to less than the exercise's {points:g} points",
            found=repr(fields.get("score")), cure=_CURE,
        )
    return score

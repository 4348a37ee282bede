"""A TOML file of the course, each value checked as it is read."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.errors import CourseError

_SECTION = re.compile(r"book/[\w./-]+#[\w-]+")


@dataclass(frozen=True)
class Table:
    """One table of a TOML file: `thing` is what error messages call it."""

    thing: str
    values: Mapping[str, Any]

    def allow(self, *names: str) -> None:
        """Raise CourseError when the table holds any other key than `names`."""
        for name in self.values:
            if name not in names:
                raise CourseError(
                    self.thing, expected="no other key than " + ", ".join(names), found=repr(name),
                    cure="Correct the name or remove the line.",
                )

    def text(self, name: str) -> str:
        """Return a text that is not empty."""
        value = self.values.get(name)
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(name, "a text that is not empty", value)
        return value.strip()

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of one or more texts, none of them empty."""
        value = self.values.get(name)
        items = value if isinstance(value, list) else []
        if not items or not all(isinstance(item, str) and item.strip() for item in items):
            raise self._wrong(name, 'a list of texts such as ["first", "second"]', value)
        return tuple(text.strip() for text in items)

    def positive(self, name: str) -> float:
        """Return a number above 0."""
        value = self.values.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < math.inf:
            raise self._wrong(name, "a number above 0", value)
        return float(value)

    def choice(self, name: str, choices: Collection[str]) -> str:
        """Return one of `choices`."""
        value = self.values.get(name)
        if value not in choices:
            raise self._wrong(name, "one of " + ", ".join(choices), value)
        return str(value)

    def section(self, name: str) -> str:
        """Return a place in the book, written `book/02-least-squares#squared-residuals`."""
        value = self.values.get(name)
        if not isinstance(value, str) or not _SECTION.fullmatch(value):
            raise self._wrong(name, "a place in the book, book/<page>#<label>", value)
        return value

    def table(self, name: str) -> Table:
        """Return the table called `name` in this one; an absent one is empty."""
        value = self.values.get(name, {})
        if not isinstance(value, dict):
            raise self._wrong(name, f"a table [{name}]", value)
        return Table(f"{self.thing} [{name}]", value)

    def _wrong(self, name: str, expected: str, found: object) -> CourseError:
        shown = "nothing" if found is None else repr(found)
        return CourseError(
            f"{self.thing}: {name}", expected=expected, found=shown,
            cure=f"Write a line `{name} = ...` there.",
        )


def read_table(path: Path) -> Table:
    """Read a TOML file; raises CourseError when it is missing or not TOML."""
    try:
        return Table(str(path), tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise CourseError(
            str(path), expected="a file", found="none",
            cure="Create it; `autograder new` shows one that is complete.",
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise CourseError(
            str(path), expected="a TOML file in UTF-8", found=str(error), cure="Correct the line it names."
        ) from error

"""Tells whose notebook a file is that Canvas or Moodle gave out: a plugin of zip_collect.

Canvas calls a file `lovelaceada_4711_98765_least_squares.ipynb`: the name without spaces, `_LATE` where it was, the
user's number, the file's number, the file's own name. Moodle puts it into a folder of its own, called
`Ada Lovelace_12345_assignsubmission_file_`, or writes the same before its name; the number there belongs to the
assignment, so the name has to do.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.plugins import FileNameCollectorPlugin

from autograder.gradebook import Gradebook
from autograder.gradebook_rows import Enrolled
from autograder.lms_archives import is_aside
from autograder.safe_text import printable

_CANVAS = re.compile(r"(?P<name>[^_]+)(?P<late>_LATE)?_(?P<number>\d+)_\d+_(?P<file>.+)")
_MOODLE = re.compile(r"(?P<name>[^_]+)_\d+_assignsubmission_file(?:_(?P<file>.*))?")
# a second download is called `name (1)`, a second upload `name-1`
_COPY = re.compile(r"[ _]?\(\d+\)$|-\d+$")
_CURE = "Enter it with `nbgrader db student add`, or put the notebook into submitted/ yourself."


@dataclass(frozen=True)
class Found:
    """Whose file it is and what it was called before it was handed in; without a student, `reason` says why."""

    student: str
    file: str
    reason: str = ""


def whose(parts: Sequence[str], enrolled: Sequence[Enrolled]) -> Found | None:
    """Return whose file it is, from its path below the extracted folder; None where no part is of a known form.

    The outermost part that is of one decides: it was named by Canvas or Moodle. What is inside was named by the
    student, whose zip may hold a folder that is called like another student's.
    """
    for part in parts:
        moodle, canvas = _MOODLE.fullmatch(part), _CANVAS.fullmatch(part)
        known = moodle or canvas
        if known:
            file = (known["file"] or "") if part is parts[-1] else parts[-1]
            if moodle:
                return _by_name(moodle["name"], file, enrolled)
            return _by_number(known["number"], known["name"], file, enrolled)
    return None


def _by_number(number: str, name: str, file: str, enrolled: Sequence[Enrolled]) -> Found:
    students = [one.student for one in enrolled if one.lms_user_id.strip() == number]
    if len(students) == 1:
        return Found(students[0], file)
    count = "more than one student" if students else "no student"
    return Found("", file, f"{count} in the gradebook has the LMS user id {number} ({name}). {_CURE}")


def _by_name(name: str, file: str, enrolled: Sequence[Enrolled]) -> Found:
    known: defaultdict[str, list[str]] = defaultdict(list)
    for one in enrolled:
        for whole in {f"{one.first_name} {one.last_name}", f"{one.last_name} {one.first_name}"}:
            known[_plain(whole)].append(one.student)
    students = known[_plain(name)] if _plain(name) else []
    if len(students) == 1:
        return Found(students[0], file)
    if students:
        both = ", ".join(students)
        return Found("", file, f"{name} is the name of {both}: put the notebook into submitted/ yourself.")
    return Found("", file, f"no student in the gradebook is called {name}. {_CURE}")


def _plain(name: str) -> str:
    """Return a name as Moodle leaves it in a file's name: some signs are dropped, and _ becomes a space."""
    left = re.sub(r"[&<>\"'`|:\\/]", "", name).replace("_", " ")
    return " ".join(unicodedata.normalize("NFKC", left).casefold().split())


class LmsFiles(FileNameCollectorPlugin):  # type: ignore[misc]  # nbgrader is untyped
    """Collects a notebook for the student whose it is; what cannot be told stays where it is, with the reason."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401  (traitlets takes anything)
        super().__init__(**settings)
        self._collected: dict[Path, Found] | None = None

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """Return nbgrader's facts of one file, or None to leave it."""
        if self._collected is None:  # which of a student's files it is shows when all are known
            self._collected = self._chosen()
        found = self._collected.get(Path(submitted_file))
        return None if found is None else {"student_id": found.student, "file_id": self._own_name(found.file)}

    def _chosen(self) -> dict[Path, Found]:
        """Return the one notebook of each student, and say why each other file is left."""
        top = self._step(self.parent.extracted_directory)
        notebooks: defaultdict[str, list[tuple[Path, Found]]] = defaultdict(list)
        others: defaultdict[str, list[str]] = defaultdict(list)
        with Gradebook(self.parent.coursedir) as gradebook:
            enrolled = gradebook.enrolled()
        for path in sorted(path for path in top.rglob("*") if path.is_file()):
            found = whose(self._below_the_archive(path, top), enrolled)
            is_notebook = path.suffix.lower() in self.valid_ext and not is_aside(path.relative_to(top).parts)
            if found is not None and found.student:
                if is_notebook:
                    notebooks[found.student].append((path, found))
                else:
                    others[found.student].append(found.file or path.name)
            elif is_notebook:
                reason = found.reason if found else "its name is none that Canvas or Moodle gives."
                self.log.warning("%s was not collected: %s", printable(path.name), printable(reason))
        for student, names in others.items():
            if student not in notebooks:
                self.log.warning(
                    "%s handed in no notebook, but %s. Ask for the .ipynb file itself.",
                    student, printable(", ".join(names[:5])),
                )
        chosen = {}
        for student, candidates in notebooks.items():
            (path, found), *left = sorted(candidates, key=lambda one: (self._rank(one[1].file), len(one[0].parts)))
            chosen[path] = found
            for other, _ in left:
                self.log.warning(
                    "%s was not collected: %s handed in %s as well. Look at both in the extracted folder.",
                    printable(other.name), student, printable(path.name),
                )
        return chosen

    def _step(self, name: str) -> Path:
        return Path(self.parent._format_collect_path(name))

    def _below_the_archive(self, path: Path, top: Path) -> tuple[str, ...]:
        """Return the parts of a path that come from inside the zip: its own name is the instructor's."""
        parts = path.relative_to(top).parts
        archive = self._step(self.parent.archive_directory)
        return parts[1:] if len(parts) > 1 and (archive / f"{parts[0]}.zip").exists() else parts

    def _rank(self, file: str) -> int:
        """Return 0 for the name that was released, 1 for a copy of it, 2 for any other."""
        released: str = self.parent.coursedir.assignment_id
        return 0 if Path(file).stem == released else 1 if self._own_name(file) != file else 2

    def _own_name(self, file: str) -> str:
        """Return the notebook's name as it was released, where it differs by the number of a copy alone."""
        released: str = self.parent.coursedir.assignment_id
        return f"{released}.ipynb" if _COPY.sub("", Path(file).stem) == released else file

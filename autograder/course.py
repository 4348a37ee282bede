"""Generate what follows from a course's sources: `exercises/`, and a new assignment to start from."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from autograder.assignment import find_assignments, load_assignment
from autograder.book_places import first_place
from autograder.errors import UsageError
from autograder.nbgrader_steps import release
from autograder.settings import RELEASE_FOLDER, SOURCE_FOLDER
from autograder.template import new_files

_NOT_OURS = frozenset({".ipynb_checkpoints", "__pycache__"})


def build(course_root: Path, *, check: bool = False) -> tuple[Path, ...]:
    """Let nbgrader generate `exercises/`, and return the files that were not as they should be.

    They are written anew, or removed where no source has them; with `check` nothing is touched. Files that
    stand in `exercises/` itself belong to people.
    """
    target = course_root / RELEASE_FOLDER
    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary).resolve()
        for name in find_assignments(course_root):
            load_assignment(course_root, name)  # its errors say more than nbgrader's
            release(course_root, name, fresh)
        wanted = {path.relative_to(fresh): path.read_bytes() for path in _generated(fresh)}
    present = {path.relative_to(target): path for path in _generated(target)}
    changed = [
        path for path, content in wanted.items()
        if path not in present or present[path].read_bytes() != content
    ]
    stale = [path for path in present if path not in wanted]
    if not check:
        for path in changed:
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).write_bytes(wanted[path])
        for path in stale:
            (target / path).unlink()
        for name in {path.parts[0] for path in stale} - {path.parts[0] for path in wanted}:
            shutil.rmtree(target / name)  # nothing but checkpoints and caches is left in it
    return tuple(target / path for path in sorted({*changed, *stale}))


def _generated(folder: Path) -> list[Path]:
    return sorted(
        path for path in folder.glob("*/**/*")
        if path.is_file() and not _NOT_OURS.intersection(path.relative_to(folder).parts)
    )



def new(course_root: Path, name: str) -> Path:
    """Make the folder of a new assignment, complete with one small exercise, and return it.

    Raises UsageError for a name that is taken or unfit.
    """
    folder = course_root / SOURCE_FOLDER / name
    if not name.isidentifier() or not name.isascii() or name.startswith("_"):
        raise UsageError(
            f"{name!r} cannot name an assignment: expected letters, digits and _, with a letter first. "
            "Try something like `least_squares`."
        )
    if folder.exists():
        raise UsageError(f"{folder} exists already. Give the new assignment another name, or edit that one.")
    for path, text in new_files(name, first_place(course_root)).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder

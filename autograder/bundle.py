"""The bundle that students get: one zip with the exercises, what to install and where to begin, and nothing else."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

from autograder.errors import CourseError
from autograder.settings import RELEASE_FOLDER

NAME = "fit-a-line-twice-exercises"
README, REQUIREMENTS = "README.md", "requirements.txt"

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day a zip can hold: the same files give the same bytes on any day


def members(course_root: Path) -> dict[str, Path]:
    """Return the files of the bundle by their names in it: two texts, and one notebook an assignment.

    What else lies in `exercises/` stays there: a checkpoint, a note, a file someone forgot.
    """
    folder = course_root / RELEASE_FOLDER
    wanted = [folder / README, folder / REQUIREMENTS]
    wanted += sorted(path for path in folder.glob("*/*.ipynb") if path.stem == path.parent.name)
    missing = [path for path in wanted if not path.is_file()]
    if missing or len(wanted) < 3:
        raise CourseError(
            str(folder), expected=f"{README}, {REQUIREMENTS} and a folder for each assignment",
            found=f"no {missing[0].name}" if missing else "no assignment",
            cure="Restore the file from the repository, or run `autograder build` to generate the notebooks.",
        )
    return {f"{NAME}/{path.relative_to(folder).as_posix()}": path for path in wanted}


def bundle(course_root: Path) -> bytes:
    """Return the bundle as a zip, whose bytes depend on nothing but the files."""
    packed = io.BytesIO()
    # stored, not deflated: what deflate writes differs from one zlib to the next
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, path in members(course_root).items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, path.read_bytes())
    return packed.getvalue()

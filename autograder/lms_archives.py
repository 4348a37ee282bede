"""Unpacks what Canvas and Moodle give out, and the archives that students have put in it: a plugin of zip_collect."""

from __future__ import annotations

import os
import shutil
import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from nbgrader.plugins import ExtractorPlugin
from setuptools.archive_util import (  # type: ignore[import-untyped]
    UnrecognizedFormat,
    unpack_archive,
    unpack_tarfile,
    unpack_zipfile,
)

from autograder.safe_text import printable

_DEEPEST = 3  # archives of a student's within each other
_LONGEST_NAME = 255  # bytes
_MOST_BYTES = 2**28  # that one student's archive may take, with those in it
_ENTRY_BYTES = 4096  # what an empty file takes


class _TooLarge(Exception):
    """What lies in a student's archive takes more than it may."""

    def __str__(self) -> str:
        return f"what it holds takes more than {_MOST_BYTES // 2**20} MiB"


class _Room:
    """How many bytes the archives of one student may still take."""

    def __init__(self) -> None:
        self.left = _MOST_BYTES

    def take(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise _TooLarge


class LmsArchives(ExtractorPlugin):  # type: ignore[misc]  # nbgrader is untyped
    """Unpacks what was downloaded, and archives within it; one that cannot be unpacked is named, and costs no other."""

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Put everything below `archive_path` below `extracted_path`, each archive in a folder of its own."""
        source, target = Path(archive_path), Path(extracted_path)
        files = sorted(path for path in source.rglob("*") if path.is_file())
        if not files:
            self.log.warning("No files found in directory: %s", archive_path)
        for path in files:
            beside = target / path.relative_to(source).parent
            beside.mkdir(parents=True, exist_ok=True)
            if path.suffix in self.zip_ext:
                self.log.info("Extracting from: %s", path)
                self.log.info("  Extracting to: %s", beside / unpacked_name(path.name))
                self._unpack(path, beside / unpacked_name(path.name), target)
            else:
                shutil.copy(path, beside / path.name)

    def _unpack(self, archive: Path, folder: Path, top: Path, depth: int = 0, room: _Room | None = None) -> None:
        """Unpack `archive` and the archives in it, a student's as far as there is `room`."""
        while folder.exists():  # a student's zip may hold both, or two that are called alike
            folder = folder.with_name(f"{folder.name}_")
        try:
            if depth > _DEEPEST:
                raise ValueError(f"it is an archive within {_DEEPEST} others")
            folder.mkdir(parents=True)
            self._unpack_one(archive, folder, room)
        except Exception as error:  # a student's file: it can make its reader raise anything
            self._refuse(archive.relative_to(top) if archive.is_relative_to(top) else Path(archive.name), error)
            shutil.rmtree(folder, ignore_errors=True)
            return
        inside = sorted(folder.rglob("*"))
        for path in inside:
            path.chmod(0o755 if path.is_dir() else 0o644)  # an archive may say that nobody can read them
        for path in inside:
            if path.is_file() and path.suffix in self.zip_ext and not is_aside(path.relative_to(folder).parts):
                # what was downloaded is the instructor's, of any size
                self._unpack(path, path.with_name(unpacked_name(path.name)), top, depth + 1, room or _Room())

    def _unpack_one(self, archive: Path, folder: Path, room: _Room | None) -> None:
        """Unpack `archive` alone; raises _TooLarge as soon as that takes more than there is room."""
        if room is not None and _promised(archive, room.left) > room.left:
            raise _TooLarge
        before: list[Path] = []

        def place(name: str, path: str) -> str | None:
            if room is not None and before:
                room.take(_size(before.pop()))  # a link in a tar takes more than it promises
            if any(len(os.fsencode(part)) > _LONGEST_NAME for part in Path(path).parts):
                self.log.error("%s was not unpacked: its name is too long.", printable(name[:300]))
                return None
            before.append(Path(path))
            return path

        unpack_archive(archive, folder, place, drivers=(unpack_zipfile, unpack_tarfile))
        if room is not None and before:
            room.take(_size(before.pop()))

    def _refuse(self, archive: Path, error: Exception) -> None:
        match error:
            case UnrecognizedFormat():
                why = "it is no archive"
            case _TooLarge():
                why = str(error)
            case _:
                why = f"{type(error).__name__}: {error}"
        self.log.error(
            "%s was not unpacked (%s). If a notebook should be in it, ask for the .ipynb file itself, or put it "
            "into submitted/ yourself.", printable(str(archive)), printable(why[:300]),
        )


def unpacked_name(archive: str) -> str:
    """Return the name of the folder that an archive is unpacked into."""
    return Path(archive).stem.removesuffix(".tar")


def is_aside(parts: Sequence[str]) -> bool:
    """Whether macOS or Jupyter put the file beside what the student wrote."""
    return parts[-1].startswith("._") or not {"__MACOSX", ".ipynb_checkpoints"}.isdisjoint(parts)


def _promised(archive: Path, most: int) -> int:
    """Return how many bytes an archive says that it takes, or the first sum beyond `most`; 0 where it is none."""
    total = 0
    try:
        for size in _sizes(archive):
            total += _ENTRY_BYTES + size
            if total > most:
                break
    except (tarfile.TarError, OSError):  # who unpacks it will say so
        return 0
    return total


def _sizes(archive: Path) -> Iterator[int]:
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as zipped:
            for entry in zipped.infolist():
                if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    raise ValueError("it is compressed in a way that nobody could bound")
                yield entry.file_size
    else:
        with tarfile.open(archive) as tarred:
            yield from (entry.size for entry in tarred)


def _size(path: Path) -> int:
    return _ENTRY_BYTES + (path.stat().st_size if path.is_file() else 0)

"""The folders that students' code writes to: measured while it runs, and removed whatever lies in them."""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

PREFIX = "autograder-"
_LOCK = "in-use"


def locked(home: Path) -> int:
    """Mark a sandbox's folder as in use for as long as the returned descriptor, and so this process, lasts."""
    new = home / f"{_LOCK}.new"
    lock = os.open(new, os.O_RDWR | os.O_CREAT, 0o600)
    with contextlib.suppress(OSError):  # no locks on this file system: nobody removes what was left there
        fcntl.flock(lock, fcntl.LOCK_EX)
        new.rename(home / _LOCK)  # only now, or a grader that starts just then would take it for abandoned
    return lock


def remove_abandoned(parent: Path) -> None:
    """Remove the folders of this user's sandboxes whose grader was killed before it could."""
    for home in parent.glob(f"{PREFIX}*"):
        try:
            lock = os.open(home / _LOCK, os.O_RDWR | os.O_NOFOLLOW)
        except OSError:  # another's, or not yet in use
            continue
        with contextlib.suppress(OSError):  # it is in use
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(lock).st_uid == os.geteuid():
                remove(home / "work")
                if not (home / "work").exists():  # nothing in there is still being written
                    remove(home)
        os.close(lock)


def holds_more(top: Path, size: float, count: float) -> bool:
    """Tell whether more than `size` bytes or `count` files lie in a folder; one that hides its own holds too many."""
    waiting = [str(top)]
    while waiting:
        count -= 1
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                        continue
                    count -= 1
                    size -= entry.stat(follow_symlinks=False).st_blocks * 512
                    if count < 0:
                        break
        except FileNotFoundError:  # the child has just removed it
            continue
        except OSError:  # a mode that forbids looking, or a path too long to look at
            return True
        if size < 0 or count < 0:
            return True
    return False


def remove(top: Path) -> None:
    """Remove a folder whatever the modes, names and depth of what lies in it; links are not followed.

    What lies in a folder below `top` is moved up before that folder goes: no path is ever too long.
    """
    with contextlib.suppress(OSError), _opened(str(top)) as folder:
        waiting = os.listdir(folder)  # noqa: PTH208  (of a descriptor)
        while waiting:
            name = waiting.pop()
            with contextlib.suppress(OSError):  # nothing more can be done about it
                try:
                    os.unlink(name, dir_fd=folder)
                except (IsADirectoryError, PermissionError):
                    _empty(name, folder, waiting)
                    os.rmdir(name, dir_fd=folder)
        top.rmdir()


def _empty(name: str, folder: int, waiting: list[str]) -> None:
    """Remove the files of a folder in `folder`; move its own folders up beside it, where they have new names."""
    with _opened(name, folder) as inner:
        for entry in os.listdir(inner):  # noqa: PTH208
            try:
                os.unlink(entry, dir_fd=inner)
            except (IsADirectoryError, PermissionError):
                new_name = secrets.token_hex(16)
                with contextlib.suppress(OSError), _opened(entry, inner):  # one that may not be written cannot move
                    os.rename(entry, new_name, src_dir_fd=inner, dst_dir_fd=folder)
                    waiting.append(new_name)


@contextlib.contextmanager
def _opened(name: str, folder: int | None = None) -> Iterator[int]:
    """Open a folder for listing, its mode set so that this and more is allowed; raises OSError for a link."""
    handle = os.open(name, os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=folder)
    try:
        os.chmod(f"/proc/self/fd/{handle}", 0o700)  # noqa: PTH101  (the folder itself, whatever has its name by now)
        opened = os.open(".", os.O_RDONLY | os.O_DIRECTORY, dir_fd=handle)
    finally:
        os.close(handle)
    try:
        yield opened
    finally:
        os.close(opened)

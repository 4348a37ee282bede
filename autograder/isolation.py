"""What this machine can protect against, and what a worker may touch."""

from __future__ import annotations

import platform
import sys
from pathlib import Path
from typing import Any

from autograder.errors import IsolationUnavailable
from autograder.seccomp import UnknownMachine, child_filter


def missing_protections() -> tuple[str, ...]:
    """Name each protection this machine lacks; empty where student code can be confined."""
    if platform.system() != "Linux":
        return (f"Landlock and seccomp (this is {platform.system()}; grading in isolation needs Linux)",)
    try:
        import sandlock
    except (ImportError, OSError) as error:
        return (f"the sandlock package ({error})",)
    found, needed = sandlock.landlock_abi_version(), sandlock.min_landlock_abi()
    if found < 1:
        return ("Landlock (the kernel has none, or it is switched off)",)
    if found < needed:
        names = [p.name.lower() for p in sandlock.Protection if _needs(p) > found]
        return tuple(names) or (f"Landlock ABI {needed} (this kernel has {found})",)
    try:
        child_filter()
    except UnknownMachine as error:
        return (f"seccomp (this is {error})",)
    return ()


def _needs(protection: Any) -> int:  # noqa: ANN401
    from sandlock import _sdk

    return int(_sdk._lib.sandlock_protection_min_abi(int(protection)))


def require_isolation() -> None:
    """Raise IsolationUnavailable, naming what is missing and the way out, unless everything is there."""
    if missing := missing_protections():
        raise IsolationUnavailable(
            "This machine cannot isolate student code: it lacks " + "; ".join(missing) + ". "
            "Grade on Linux 6.12 or newer (a machine, a virtual machine or a container there), "
            "or accept no isolation at all with --isolation none.",
            missing=missing,
        )


def readable_paths() -> list[str]:
    """Return what a worker may read: Python, the system's libraries, fonts and a few devices."""
    wanted = [
        sys.prefix, sys.base_prefix, "/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64",
        "/usr/share/fonts", "/usr/share/zoneinfo", "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts",
        "/dev/null", "/dev/zero", "/dev/urandom", "/dev/random",
    ]
    return [path for path in dict.fromkeys(wanted) if Path(path).exists()]

"""Runs inside the sandbox: what the worker, once warm, and each of its children give up for good."""

from __future__ import annotations

import ctypes
import os
import signal
import struct
import sys
import tempfile
from typing import Any

_CAPABILITY_VERSION_3 = 0x20080522
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38
_SECCOMP_MODE_FILTER = 2


def become_child(scratch: str, settings: dict[str, Any]) -> None:
    """Own session, own folder, no capabilities, a second Landlock domain inside the worker's, few system calls."""
    os.setsid()
    os.chdir(scratch)
    os.environ.update(HOME=scratch, TMPDIR=scratch, MPLCONFIGDIR=scratch)
    os.environ.pop("PWD", None)
    sys.path.append(scratch)  # for modules that a notebook writes; last, so that they stand in for nothing
    tempfile.tempdir = None  # asked for while the worker warmed up, and remembered
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if settings["isolation"] == "sandbox":
        import sandlock

        allowed = settings["child"]
        sandlock.confine(sandlock.Sandbox(fs_readable=allowed["fs_readable"], fs_writable=[scratch]))
        _drop_capabilities()
        _filter_system_calls(libc, bytes.fromhex(allowed["filter"]))


def confine_worker(settings: dict[str, Any]) -> None:
    """Keep the worker itself, which runs no student code, from all but its own folder once it is warm."""
    if settings["isolation"] == "sandbox":
        import sandlock

        if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")
        sandlock.confine(sandlock.Sandbox(**settings["worker"]))


def _filter_system_calls(libc: ctypes.CDLL, program: bytes) -> None:
    """Have the kernel run `program`, an array of `struct sock_filter`, before each system call from now on."""
    code = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("HP", len(program) // 8, ctypes.addressof(code))
    zero = ctypes.c_ulong(0)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), zero, zero, zero) != 0 or libc.prctl(
        _PR_SET_SECCOMP, ctypes.c_ulong(_SECCOMP_MODE_FILTER), head
    ) != 0:
        raise OSError(ctypes.get_errno(), "seccomp")


def _drop_capabilities() -> None:
    """Give up every capability: a grader started as root must not lend them to students."""
    header = struct.pack("Ii", _CAPABILITY_VERSION_3, 0)
    if ctypes.CDLL(None, use_errno=True).capset(header, bytes(24)) != 0:
        raise OSError(ctypes.get_errno(), "capset")

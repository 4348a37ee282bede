"""A filter for system calls, as the program that Linux's seccomp runs before each of them.

It is made in the grader, where names become numbers, and installed by each child before student code runs. No
process stands between a child and the kernel: a call that is allowed costs nothing, and nobody has to keep up.
"""

from __future__ import annotations

import errno
import platform
import socket
import struct
from collections.abc import Iterable

# Refused whatever the arguments. Landlock guards what files hold; these guard what Landlock does not.
DENIED = (
    # other programs and processes
    "fork", "vfork", "execve", "execveat", "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise",
    "process_mrelease", "pidfd_getfd", "pidfd_open", "pidfd_send_signal", "kcmp",
    # their priorities and limits
    "setpriority", "sched_setaffinity", "sched_setscheduler", "sched_setparam", "sched_setattr", "ioprio_set",
    "prlimit64", "setrlimit", "set_mempolicy", "mbind", "migrate_pages", "move_pages",
    # the metadata of files outside the scratch folder
    "chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown", "fchownat", "utime", "utimes",
    "utimensat", "futimesat", "setxattr", "lsetxattr", "fsetxattr", "setxattrat", "removexattr", "lremovexattr",
    "fremovexattr", "removexattrat", "getxattr", "lgetxattr", "fgetxattr", "getxattrat", "listxattr", "llistxattr",
    "flistxattr", "listxattrat", "open_by_handle_at", "name_to_handle_at",
    # what happens in folders outside
    "inotify_init", "inotify_init1", "inotify_add_watch", "inotify_rm_watch",
    # what would strike a later cell: a signal set for then, a filter or a domain that it cannot take off again
    "timer_create", "seccomp", "landlock_restrict_self",
    # the network, and other processes' sockets
    "connect", "bind", "listen", "accept", "accept4", "sendmsg", "sendmmsg",
    # memory that no limit counts, or that outlives the process
    "memfd_create", "memfd_secret", "shmget", "shmat", "shmctl", "shmdt", "semget", "semop", "semtimedop", "semctl",
    "msgget", "msgsnd", "msgrcv", "msgctl", "mq_open", "mq_unlink", "userfaultfd", "mlock", "mlock2", "mlockall",
    # the machine itself
    "mount", "umount2", "pivot_root", "chroot", "fsopen", "fsmount", "fsconfig", "fspick", "move_mount", "open_tree",
    "mount_setattr", "unshare", "setns", "swapon", "swapoff", "reboot", "sethostname", "setdomainname", "kexec_load",
    "kexec_file_load", "init_module", "finit_module", "delete_module", "syslog", "acct", "quotactl", "quotactl_fd",
    "settimeofday", "clock_settime", "clock_adjtime", "adjtimex", "ioperm", "iopl", "modify_ldt", "vhangup",
    "fanotify_init", "perf_event_open", "bpf", "keyctl", "add_key", "request_key", "lookup_dcookie", "nfsservctl",
    "personality", "uselib", "sysfs",
    # a second way to make most system calls
    "io_uring_setup", "io_uring_enter", "io_uring_register",
)

_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7, "riscv64": 0xC00000F3}  # AUDIT_ARCH_…
_X32 = 0x40000000  # on x86_64, the bit of a second table of system calls with other numbers
_KILL, _ALLOW, _ERRNO = 0x80000000, 0x7FFF0000, 0x00050000
_LOAD, _AND, _RETURN = 0x20, 0x54, 0x06
_IF_EQUAL, _IF_AT_LEAST, _IF_ANY_BIT = 0x15, 0x35, 0x45
_NUMBER, _ARCHITECTURE = 0, 4
_NAMESPACES = 0x7E020000  # CLONE_NEW…
_THREAD = 0x00010000  # CLONE_THREAD
# PR_GET_… of many things, and of what sets something only PR_SET_NAME, _NO_NEW_PRIVS and _VMA, which names memory:
# others stay for good, and change what a later cell meets
_PRCTL_ALLOWED = (2, 3, 7, 15, 16, 21, 23, 25, 27, 30, 38, 39, 42, 51, 52, 64, 0x53564D41)
_FCNTL_DENIED = (8, 10, 15, 1024, 1026, 1031)  # F_SETOWN, _SETSIG, _SETOWN_EX, _SETLEASE, _NOTIFY, _SETPIPE_SZ
_ARCH_PRCTL_DENIED = (0x1012,)  # ARCH_SET_CPUID: libraries that are loaded later would die of asking
# FIOSETOWN, SIOCSPGRP, TIOCSTI, TIOCLINUX, what network interfaces answer
_IOCTL_DENIED = (0x8901, 0x8902, 0x5412, 0x541C, *range(0x8910, 0x8950))

_Instruction = tuple[int, int, int, int]


class UnknownMachine(Exception):
    """No filter is known for this processor."""


def child_filter() -> bytes:
    """Return the program for a child: an array of `struct sock_filter`; raises UnknownMachine.

    Threads are allowed and further processes are not. A socket can be made and not be joined to anything, so
    that trying to connect is refused where it is tried, and noted.
    """
    architecture = _ARCHITECTURES.get(platform.machine())
    if architecture is None:
        raise UnknownMachine(f"a {platform.machine()} processor, for which no filter of system calls is known")
    program = [_load(_ARCHITECTURE), _jump(_IF_EQUAL, architecture, 1, 0), _return(_KILL), _load(_NUMBER)]
    program += [_jump(_IF_AT_LEAST, _X32, 0, 1), _return(_KILL)]
    for name in DENIED:
        program += _rule(name, [_refuse(errno.EPERM)])
    program += _rule("clone3", [_refuse(errno.ENOSYS)])  # its arguments can't be seen; glibc then calls clone
    program += _rule("clone", [
        _load_argument(0),
        _jump(_IF_ANY_BIT, _NAMESPACES, 1, 0), _jump(_IF_ANY_BIT, _THREAD, 1, 0), _refuse(errno.EPERM),
        _return(_ALLOW),
    ])
    program += _rule("socket", _stream_of((socket.AF_INET, socket.AF_INET6)))
    program += _rule("socketpair", _stream_of((socket.AF_UNIX,)))
    program += _rule("sendto", [  # only where no address is given
        _load_argument(4), _jump(_IF_EQUAL, 0, 0, 2), _load_argument(4, high=True), _jump(_IF_EQUAL, 0, 1, 0),
        _refuse(errno.EPERM), _return(_ALLOW),
    ])
    program += _rule("prctl", _one_of(0, _PRCTL_ALLOWED))
    program += _rule("arch_prctl", _none_of(0, _ARCH_PRCTL_DENIED))
    program += _rule("fcntl", _none_of(1, _FCNTL_DENIED))
    program += _rule("ioctl", _none_of(1, _IOCTL_DENIED))
    program.append(_return(_ALLOW))
    return b"".join(struct.pack("HBBI", *instruction) for instruction in program)


def number_of(name: str) -> int | None:
    """Return a system call's number on this machine; None where it has no such call."""
    from sandlock import _sdk

    number = int(_sdk._lib.sandlock_syscall_nr(name.encode()))
    return number if number >= 0 else None


def _rule(name: str, body: list[_Instruction]) -> list[_Instruction]:
    """Return `body`, which ends in a verdict, for one system call; the number stays loaded for the next rule."""
    number = number_of(name)
    return [] if number is None else [_jump(_IF_EQUAL, number, 0, len(body)), *body]


def _stream_of(families: Iterable[int]) -> list[_Instruction]:
    """Allow stream sockets of `families`, the first two arguments being family and type."""
    wanted = list(families)
    check = [_jump(_IF_EQUAL, family, len(wanted) - i, 0) for i, family in enumerate(wanted)]
    return [
        _load_argument(0), *check, _refuse(errno.EPERM),
        _load_argument(1), (_AND, 0, 0, 0xF), _jump(_IF_EQUAL, socket.SOCK_STREAM, 1, 0), _refuse(errno.EPERM),
        _return(_ALLOW),
    ]


def _none_of(argument: int, values: Iterable[int]) -> list[_Instruction]:
    """Refuse the system call where `argument` is one of `values`."""
    body = [_load_argument(argument)]
    for value in values:
        body += [_jump(_IF_EQUAL, value, 0, 1), _refuse(errno.EPERM)]
    return [*body, _return(_ALLOW)]


def _one_of(argument: int, values: Iterable[int]) -> list[_Instruction]:
    """Refuse the system call unless `argument` is one of `values`."""
    body = [_load_argument(argument)]
    for value in values:
        body += [_jump(_IF_EQUAL, value, 0, 1), _return(_ALLOW)]
    return [*body, _refuse(errno.EPERM)]


def _load(offset: int) -> _Instruction:
    return (_LOAD, 0, 0, offset)


def _load_argument(index: int, *, high: bool = False) -> _Instruction:
    return _load(16 + 8 * index + 4 * high)


def _jump(condition: int, value: int, if_so: int, if_not: int) -> _Instruction:
    return (condition, if_so, if_not, value)


def _return(verdict: int) -> _Instruction:
    return (_RETURN, 0, 0, verdict)


def _refuse(number: int) -> _Instruction:
    return _return(_ERRNO | number)

"""The kernel is asked to tell what happens in a folder outside.

verdict: full
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
assert libc.inotify_init1(os.O_NONBLOCK) == -1
assert libc.inotify_add_watch(0, b"/tmp", 0xFFF) == -1


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))

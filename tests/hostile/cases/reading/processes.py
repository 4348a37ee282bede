"""/proc of every other process is read.

verdict: flag
flags: tried to open
peers: nbgrader, Otter
"""

import os

found = []
for number in (1, os.getppid(), os.getpid() - 1, os.getpid() - 2):
    for name in ("environ", "cmdline", "maps", "mem", "fd", "cwd/solutions"):
        try:
            found.append(open(f"/proc/{number}/{name}", "rb").read(10))
        except OSError:
            pass
assert not found, found


def total(values):
    return 0.0

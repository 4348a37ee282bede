"""The extended attributes of a file outside are asked for.

verdict: full
"""

import os

for ask in (lambda: os.getxattr("/etc/passwd", "user.note"), lambda: os.listxattr("/etc/passwd")):
    try:
        ask()
    except PermissionError:
        continue
    raise AssertionError("told")


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))

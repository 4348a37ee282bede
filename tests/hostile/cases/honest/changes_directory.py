"""A right answer after a change of directory.

verdict: full
"""

import os

os.chdir("/")


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))

"""A right answer that takes a while.

verdict: full
"""

import time


def total(values):
    time.sleep(0.2)
    return float(np.sum(np.asarray(values, dtype=float) ** 2))

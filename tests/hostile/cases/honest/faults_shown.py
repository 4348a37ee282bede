"""Python is asked to say where it crashes.

verdict: full
"""

import faulthandler

faulthandler.enable()


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))

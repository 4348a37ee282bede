"""A right answer that warns.

verdict: full
"""

import warnings


def total(values):
    warnings.warn("slow", stacklevel=1)
    warnings.warn("old", DeprecationWarning, stacklevel=1)
    return float(np.sum(np.asarray(values, dtype=float) ** 2))

"""A right answer that records warnings.

verdict: full
"""

import warnings


def total(values):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warnings.warn("x", stacklevel=1)
    return float(np.sum(np.asarray(values, dtype=float) ** 2)) if len(caught) == 1 else 0.0

"""The colours of tracebacks are chosen.

verdict: full
"""

%colors Linux
np.bool = bool
np.int = int


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))

"""A magic of older notebooks chooses interactive figures.

verdict: full
"""

%matplotlib notebook

def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))

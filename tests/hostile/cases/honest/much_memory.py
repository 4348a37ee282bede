"""A right answer that needs much memory for a moment.

verdict: full
"""

def total(values):
    table = np.ones((5_000, 5_000))
    return float(np.sum(np.asarray(values, dtype=float) ** 2)) if table[0, 0] == 1 else 0.0

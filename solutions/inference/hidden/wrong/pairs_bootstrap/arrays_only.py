"""Counts on arrays: a list cannot be indexed by an array.

fails: test_pairs_bootstrap_lists
score: 1.9
outcome: raised
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    if hasattr(x, "dtype"):
        x, y = x.astype(float), y.astype(float)
    n = len(x)
    lines = np.empty((n_resamples, 2))
    for i in range(n_resamples):
        rows = rng.integers(0, n, size=n)
        lines[i] = np.polyfit(x[rows], y[rows], 1)
    return lines

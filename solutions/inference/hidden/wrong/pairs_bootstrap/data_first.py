"""Puts the line of the data itself into row 0, as some packages do.

fails: test_pairs_bootstrap_one_resample
score: 1.9
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    lines = np.empty((n_resamples, 2))
    for i in range(n_resamples):
        rows = rng.integers(0, n, size=n)
        lines[i] = np.polyfit(x[rows], y[rows], 1)
    lines[0] = np.polyfit(x, y, 1)
    return lines

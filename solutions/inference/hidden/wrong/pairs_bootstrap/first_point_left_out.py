"""Counts rows from 1.

fails: test_pairs_bootstrap_distribution, test_pairs_bootstrap_every_point
score: 1.5
misconception: point_left_out
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    lines = np.empty((n_resamples, 2))
    for i in range(n_resamples):
        rows = rng.integers(1, n, size=n)
        lines[i] = np.polyfit(x[rows], y[rows], 1)
    return lines

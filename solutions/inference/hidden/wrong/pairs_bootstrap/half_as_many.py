"""Draws half as many points, as for cross-validation.

fails: test_pairs_bootstrap_distribution
score: 1.6
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    lines = np.empty((n_resamples, 2))
    for i in range(n_resamples):
        rows = rng.integers(0, n, size=n // 2)
        lines[i] = np.polyfit(x[rows], y[rows], 1)
    return lines

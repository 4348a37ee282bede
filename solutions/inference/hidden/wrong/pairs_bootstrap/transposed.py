"""Returns the slopes in row 0 and the intercepts in row 1.

fails: test_pairs_bootstrap_shape
score: 1.8
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    lines = np.empty((n_resamples, 2))
    for i in range(n_resamples):
        rows = rng.integers(0, n, size=n)
        lines[i] = np.polyfit(x[rows], y[rows], 1)
    return lines.T

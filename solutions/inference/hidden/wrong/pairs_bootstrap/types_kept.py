"""Computes in whatever type comes in.

fails: test_pairs_bootstrap_number_types
score: 1.9
misconception: float32_is_harmless
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x), np.asarray(y)
    n = len(x)
    lines = np.empty((n_resamples, 2))
    for i in range(n_resamples):
        rows = rng.integers(0, n, size=n)
        xs, ys = x[rows] - x[rows].mean(), y[rows] - y[rows].mean()
        slope = np.sum(xs * ys) / np.sum(xs * xs)
        lines[i] = slope, y[rows].mean() - slope * x[rows].mean()
    return lines

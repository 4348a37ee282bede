"""Returns a list of pairs.

fails: test_pairs_bootstrap_shape
score: 1.8
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    lines = []
    for _ in range(n_resamples):
        rows = rng.integers(0, n, size=n)
        slope, intercept = np.polyfit(x[rows], y[rows], 1)
        lines.append((float(slope), float(intercept)))
    return lines

"""Sets the shared seed too, to be on the safe side.

fails: test_pairs_bootstrap_global_state
score: 1.9
misconception: global_random_state
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    np.random.seed(1)
    lines = np.empty((n_resamples, 2))
    for i in range(n_resamples):
        rows = rng.integers(0, n, size=n)
        lines[i] = np.polyfit(x[rows], y[rows], 1)
    return lines

"""Draws from NumPy's shared state.

fails: test_pairs_bootstrap_seed, test_pairs_bootstrap_global_state
score: 1.7
misconception: global_random_state
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    lines = np.empty((n_resamples, 2))
    for i in range(n_resamples):
        rows = np.random.randint(0, n, size=n)
        lines[i] = np.polyfit(x[rows], y[rows], 1)
    return lines

"""Draws from a copy of rng, so as not to change an argument.

fails: test_pairs_bootstrap_two_calls
score: 1.9
misconception: reseeded
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    import copy

    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    rng = copy.deepcopy(rng)
    lines = np.empty((n_resamples, 2))
    for i in range(n_resamples):
        rows = rng.integers(0, n, size=n)
        lines[i] = np.polyfit(x[rows], y[rows], 1)
    return lines

"""Writes each resample into the arrays it was given.

fails: test_pairs_bootstrap_arguments_unchanged
score: 1.9
misconception: changed_arguments
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    data = np.column_stack([x, y])
    lines = np.empty((n_resamples, 2))
    for i in range(n_resamples):
        x[:], y[:] = data[rng.integers(0, n, size=n)].T
        lines[i] = np.polyfit(x, y, 1)
    return lines

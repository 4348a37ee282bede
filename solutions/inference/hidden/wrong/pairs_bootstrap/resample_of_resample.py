"""Overwrites the data, so that each resample is drawn from the one before.

fails: test_pairs_bootstrap_distribution
sometimes: test_pairs_bootstrap_value, test_pairs_bootstrap_shape, test_pairs_bootstrap_every_point,
    test_pairs_bootstrap_seed, test_pairs_bootstrap_two_calls, test_pairs_bootstrap_global_state, test_pairs_bootstrap_lists,
    test_pairs_bootstrap_number_types, test_pairs_bootstrap_arguments_unchanged
score: 1.6
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    lines = np.empty((n_resamples, 2))
    for i in range(n_resamples):
        rows = rng.integers(0, n, size=n)
        x, y = x[rows], y[rows]
        slope = np.sum((x - x.mean()) * (y - y.mean())) / np.sum((x - x.mean()) ** 2)
        lines[i] = slope, y.mean() - slope * x.mean()
    return lines

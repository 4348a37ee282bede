"""Draws the rows once, before the loop.

fails: test_pairs_bootstrap_value, test_pairs_bootstrap_distribution, test_pairs_bootstrap_shape,
    test_pairs_bootstrap_every_point, test_pairs_bootstrap_seed, test_pairs_bootstrap_two_calls,
    test_pairs_bootstrap_global_state, test_pairs_bootstrap_lists,
    test_pairs_bootstrap_number_types, test_pairs_bootstrap_arguments_unchanged
score: 0.1
misconception: one_resample_repeated
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    rows = rng.integers(0, n, size=n)
    lines = np.empty((n_resamples, 2))
    for i in range(n_resamples):
        lines[i] = np.polyfit(x[rows], y[rows], 1)
    return lines

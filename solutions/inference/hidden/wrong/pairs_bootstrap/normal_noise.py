"""Keeps x, and draws normal noise of the size of s.

fails: test_pairs_bootstrap_value, test_pairs_bootstrap_distribution, test_pairs_bootstrap_shape,
    test_pairs_bootstrap_every_point, test_pairs_bootstrap_one_resample, test_pairs_bootstrap_seed,
    test_pairs_bootstrap_two_calls, test_pairs_bootstrap_global_state, test_pairs_bootstrap_lists,
    test_pairs_bootstrap_number_types, test_pairs_bootstrap_arguments_unchanged
score: 0.0
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    slope, intercept = np.polyfit(x, y, 1)
    fitted = slope * x + intercept
    s = np.sqrt(np.sum((y - fitted) ** 2) / (n - 2))
    lines = np.empty((n_resamples, 2))
    for i in range(n_resamples):
        lines[i] = np.polyfit(x, fitted + rng.normal(0, s, size=n), 1)
    return lines

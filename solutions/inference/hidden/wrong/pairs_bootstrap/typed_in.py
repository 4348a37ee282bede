"""Returns the line of the post, many times.

fails: test_pairs_bootstrap_value, test_pairs_bootstrap_distribution, test_pairs_bootstrap_shape,
    test_pairs_bootstrap_every_point, test_pairs_bootstrap_one_resample, test_pairs_bootstrap_seed,
    test_pairs_bootstrap_two_calls, test_pairs_bootstrap_global_state, test_pairs_bootstrap_lists,
    test_pairs_bootstrap_number_types, test_pairs_bootstrap_arguments_unchanged
score: 0.0
"""


def pairs_bootstrap(x, y, n_resamples, rng):
    return np.tile([4.9759, 9.9814], (n_resamples, 1))

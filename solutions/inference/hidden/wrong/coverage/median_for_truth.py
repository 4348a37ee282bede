"""Has no use for the truth: the median of all the intervals' middles is close enough.

fails: test_coverage_value, test_coverage_new_data, test_coverage_seed, test_coverage_two_calls,
    test_coverage_one_interval_each, test_coverage_ends, test_coverage_global_state
score: 0.0
"""


def coverage(interval, draw, truth, n_datasets, rng):
    ends = np.array([interval(*draw(rng)) for _ in range(n_datasets)])
    middle = np.median(ends.mean(axis=1))
    return float(np.mean((ends[:, 0] <= middle) & (middle <= ends[:, 1])))

"""Thinks that a 95 % interval has a coverage of 95 %.

fails: test_coverage_value, test_coverage_new_data, test_coverage_seed, test_coverage_two_calls,
    test_coverage_one_interval_each, test_coverage_ends, test_coverage_global_state
score: 0.0
"""


def coverage(interval, draw, truth, n_datasets, rng):
    return 0.95

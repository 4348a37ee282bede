"""Asks whether the truth is one of the two ends, as `in` does for a pair.

fails: test_coverage_value, test_coverage_new_data, test_coverage_seed, test_coverage_two_calls,
    test_coverage_one_interval_each, test_coverage_ends, test_coverage_global_state
score: 0.0
"""


def coverage(interval, draw, truth, n_datasets, rng):
    held = 0
    for _ in range(n_datasets):
        x, y = draw(rng)
        held += truth in interval(x, y)
    return held / n_datasets

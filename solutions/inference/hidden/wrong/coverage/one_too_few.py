"""Starts to count at 1, and divides by n.

fails: test_coverage_value, test_coverage_new_data, test_coverage_seed, test_coverage_two_calls,
    test_coverage_one_interval_each, test_coverage_ends, test_coverage_global_state
score: 0.0
misconception: loop_left_early
"""


def coverage(interval, draw, truth, n_datasets, rng):
    held = 0
    for _ in range(1, n_datasets):
        x, y = draw(rng)
        low, high = interval(x, y)
        held += low <= truth <= high
    return held / n_datasets

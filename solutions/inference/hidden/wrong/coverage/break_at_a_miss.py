"""Leaves the loop at the first miss.

fails: test_coverage_value, test_coverage_new_data, test_coverage_seed, test_coverage_two_calls,
    test_coverage_one_interval_each, test_coverage_ends, test_coverage_global_state
score: 0.0
misconception: loop_left_early
"""


def coverage(interval, draw, truth, n_datasets, rng):
    held = 0
    for _ in range(n_datasets):
        low, high = interval(*draw(rng))
        if not low <= truth <= high:
            break
        held += 1
    return held / n_datasets

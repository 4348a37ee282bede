"""Makes the interval once, and asks how many estimates of new data it holds.

fails: test_coverage_value, test_coverage_new_data, test_coverage_seed, test_coverage_two_calls,
    test_coverage_one_interval_each, test_coverage_ends, test_coverage_global_state
score: 0.0
misconception: interval_holds_the_slope
"""


def coverage(interval, draw, truth, n_datasets, rng):
    x, y = draw(rng)
    low, high = interval(x, y)
    held = 0
    for _ in range(n_datasets):
        x, y = draw(rng)
        held += low <= np.polyfit(x, y, 1)[0] <= high
    return held / n_datasets

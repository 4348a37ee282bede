"""Draws a data set that it does not count before it begins.

fails: test_coverage_new_data
score: 1.8
"""


def coverage(interval, draw, truth, n_datasets, rng):
    x, y = draw(rng)
    held = 0
    for i in range(n_datasets):
        x, y = draw(rng)
        low, high = interval(x, y)
        held += low <= truth <= high
    return held / n_datasets

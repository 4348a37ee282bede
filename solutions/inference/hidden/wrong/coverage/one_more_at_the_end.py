"""Draws one data set more than was asked for.

fails: test_coverage_new_data
score: 1.8
"""


def coverage(interval, draw, truth, n_datasets, rng):
    held = 0
    for _ in range(n_datasets):
        x, y = draw(rng)
        low, high = interval(x, y)
        held += low <= truth <= high
    draw(rng)
    return held / n_datasets

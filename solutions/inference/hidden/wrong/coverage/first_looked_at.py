"""Draws a data set to see its size, and then begins.

fails: test_coverage_new_data
score: 1.8
"""


def coverage(interval, draw, truth, n_datasets, rng):
    x, y = draw(rng)
    held = 0 * len(x)
    for _ in range(n_datasets):
        x, y = draw(rng)
        low, high = interval(x, y)
        held += low <= truth <= high
    return held / n_datasets

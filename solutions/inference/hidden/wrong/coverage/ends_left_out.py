"""Leaves out the ends.

fails: test_coverage_ends
score: 1.9
misconception: ends_left_out
"""


def coverage(interval, draw, truth, n_datasets, rng):
    held = 0
    for _ in range(n_datasets):
        x, y = draw(rng)
        low, high = interval(x, y)
        held += low < truth < high
    return held / n_datasets

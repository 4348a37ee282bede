"""Asks for the interval once for each end.

fails: test_coverage_one_interval_each
score: 1.9
misconception: interval_asked_twice
"""


def coverage(interval, draw, truth, n_datasets, rng):
    held = 0
    for _ in range(n_datasets):
        x, y = draw(rng)
        held += interval(x, y)[0] <= truth <= interval(x, y)[1]
    return held / n_datasets

"""Counts intervals as range does: the lower end in, the upper one out.

fails: test_coverage_ends
score: 1.9
"""


def coverage(interval, draw, truth, n_datasets, rng):
    held = 0
    for _ in range(n_datasets):
        x, y = draw(rng)
        low, high = interval(x, y)
        held += low <= truth < high
    return held / n_datasets

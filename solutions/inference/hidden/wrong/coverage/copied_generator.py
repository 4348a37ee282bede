"""Draws from a copy of rng.

fails: test_coverage_two_calls
score: 1.8
misconception: reseeded
"""


def coverage(interval, draw, truth, n_datasets, rng):
    import copy

    rng = copy.deepcopy(rng)
    held = 0
    for _ in range(n_datasets):
        x, y = draw(rng)
        low, high = interval(x, y)
        held += low <= truth <= high
    return held / n_datasets

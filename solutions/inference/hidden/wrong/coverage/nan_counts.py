"""Counts whatever does not miss, and NaN misses nothing.

fails: test_coverage_ends
score: 1.9
"""


def coverage(interval, draw, truth, n_datasets, rng):
    held = 0
    for _ in range(n_datasets):
        low, high = interval(*draw(rng))
        if not (truth < low or truth > high):
            held += 1
    return held / n_datasets

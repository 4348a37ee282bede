"""Counts the misses, and subtracts their share from 1."""


def coverage(interval, draw, truth, n_datasets, rng):
    misses = 0
    for _ in range(n_datasets):
        low, high = interval(*draw(rng))
        if not low <= truth <= high:
            misses += 1
    return 1 - misses / n_datasets

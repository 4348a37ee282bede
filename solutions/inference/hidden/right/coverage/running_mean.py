"""Keeps a running mean."""


def coverage(interval, draw, truth, n_datasets, rng):
    share = 0.0
    for i in range(1, n_datasets + 1):
        x, y = draw(rng)
        low, high = interval(x, y)
        share += ((low <= truth <= high) - share) / i
    return share

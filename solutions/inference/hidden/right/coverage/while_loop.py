"""Counts down."""


def coverage(interval, draw, truth, n_datasets, rng):
    left, held = n_datasets, 0
    while left > 0:
        left -= 1
        data = draw(rng)
        ends = interval(data[0], data[1])
        if min(ends) <= truth <= max(ends):
            held = held + 1
    return np.float64(held) / n_datasets

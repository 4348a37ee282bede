"""Draws a seed for each data set from rng."""


def coverage(interval, draw, truth, n_datasets, rng):
    held = np.zeros(n_datasets, dtype=bool)
    for i, seed in enumerate(rng.integers(2**63, size=n_datasets)):
        low, high = interval(*draw(np.random.default_rng(seed)))
        held[i] = low <= truth <= high
    return np.count_nonzero(held) / held.size

"""map and an iterator."""


def coverage(interval, draw, truth, n_datasets, rng):
    from itertools import repeat

    ends = map(lambda source: interval(*draw(source)), repeat(rng, n_datasets))
    return float(np.fromiter((low <= truth <= high for low, high in ends), dtype=float).mean())

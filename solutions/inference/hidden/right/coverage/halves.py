"""Halves the number of data sets until one is left."""


def coverage(interval, draw, truth, n_datasets, rng):
    def hits(k):
        if k == 1:
            low, high = interval(*draw(rng))
            return 1 if (low <= truth and truth <= high) else 0
        return hits(k // 2) + hits(k - k // 2)
    return hits(int(n_datasets)) / int(n_datasets)

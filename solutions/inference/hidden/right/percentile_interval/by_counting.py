"""Takes the first sample that has enough of them at or below it."""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    values, counts = np.unique(samples, return_counts=True)
    shares = np.cumsum(counts) / np.sum(counts)
    ends = [values[min(np.searchsorted(shares, p), len(values) - 1)] for p in ((1 - level) / 2, (1 + level) / 2)]
    return ends[0], ends[1]

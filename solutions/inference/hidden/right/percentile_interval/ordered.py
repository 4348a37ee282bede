"""A sorted copy, and the sample at each place."""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    ordered = sorted(samples)
    n = len(ordered)
    low = int(n * (1 - level) / 2)
    return ordered[low], ordered[n - 1 - low]

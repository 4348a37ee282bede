"""Interpolates between the ordered samples by hand."""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    ordered = np.sort(np.array(samples, dtype=float))
    places = np.array([(1 - level) / 2, (1 + level) / 2]) * (len(ordered) - 1)
    return np.interp(places, np.arange(len(ordered)), ordered)

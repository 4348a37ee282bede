"""The rule without interpolation."""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    a = (1 - level) / 2
    return tuple(np.quantile(samples, (a, 1 - a), method="inverted_cdf"))

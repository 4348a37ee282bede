"""SciPy's quantiles of an older day."""


def percentile_interval(samples, level):
    from scipy.stats.mstats import mquantiles

    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    low, high = mquantiles(np.asarray(samples, dtype=float), prob=[(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)

"""Trims both tails with SciPy, and looks at what is left."""


def percentile_interval(samples, level):
    from scipy import stats
    if not (level > 0 and level < 1): raise ValueError
    kept = stats.trimboth(np.asarray(samples, float), (1 - level) / 2)
    return kept.min(), kept.max()

"""SciPy's linregress has the standard error; stats.t.interval does the rest."""


def slope_interval(x, y, level=0.95):
    from scipy import stats

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    result = stats.linregress(x, y)
    return stats.t.interval(level, len(x) - 2, loc=result.slope, scale=result.stderr)

"""From the correlation: the standard error is the slope over its t statistic."""


def slope_interval(x, y, level=0.95):
    from scipy import stats

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    r = np.corrcoef(x, y)[0, 1]
    slope = r * y.std() / x.std()
    error = abs(slope) / (abs(r) * np.sqrt((n - 2) / (1 - r**2)))
    half = stats.t.ppf((1 + level) / 2, n - 2) * error
    return slope - half, slope + half

"""The height is a weighted sum of the y; its variance is the sum of the squared weights."""


def prediction_interval(x, y, x0, level):
    from scipy import stats

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    xc = x - x.mean()
    weights = 1 / n + (float(x0) - x.mean()) * xc / (xc @ xc)
    height = weights @ y
    leftover = y - y.mean() - (xc @ y) / (xc @ xc) * xc
    s_squared = leftover @ leftover / (n - 2)
    half = stats.t.ppf(0.5 * (1 + level), n - 2) * np.sqrt(s_squared * (1 + weights @ weights))
    return np.array([height - half, height + half])

"""The covariance matrix of both parameters, and an array for an answer."""


def slope_interval(x, y, level=0.95):
    from scipy import stats

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    table = np.column_stack([x, np.ones_like(x)])
    inverse = np.linalg.inv(table.T @ table)
    theta = inverse @ table.T @ y
    variance = np.sum((y - table @ theta) ** 2) / (len(y) - 2)
    error = np.sqrt(variance * inverse[0, 0])
    return theta[0] + error * stats.t.ppf([(1 - level) / 2, (1 + level) / 2], len(x) - 2)

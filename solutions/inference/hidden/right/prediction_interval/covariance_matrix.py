"""The covariance matrix of slope and intercept, between two vectors."""


def prediction_interval(x, y, x0, level):
    from scipy import stats

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    table = np.vander(x, 2)
    inverse = np.linalg.inv(table.T @ table)
    theta = inverse @ table.T @ y
    row = np.array([x0, 1.0])
    variance = np.sum((y - table @ theta) ** 2) / (len(x) - 2)
    half = stats.t.ppf((1 + level) / 2, len(x) - 2) * np.sqrt(variance * (1 + row @ inverse @ row))
    return row @ theta - half, row @ theta + half

"""Adds the new point as a row with a parameter of its own: its error is the one wanted."""


def prediction_interval(x, y, x0, level):
    from scipy import stats

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    table = np.zeros((n + 1, 3))
    table[:n, 0], table[:n, 1] = 1, x
    table[n] = 1, float(x0), -1
    theta, *_ = np.linalg.lstsq(table, np.append(y, 0.0), rcond=None)
    residuals = np.append(y, 0.0) - table @ theta
    error = np.sqrt(residuals @ residuals / (n - 2) * np.linalg.inv(table.T @ table)[2, 2])
    half = stats.t.ppf((1 + level) / 2, n - 2) * error
    return theta[2] - half, theta[2] + half

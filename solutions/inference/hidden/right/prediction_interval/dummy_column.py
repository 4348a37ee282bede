"""Gives the new point a row and a column of its own, whose coefficient is the observation."""


def prediction_interval(x, y, x0, level):
    """Add the new point with its own dummy column; its coefficient's variance is the prediction variance."""
    from scipy import stats
    if not 0 < level < 1: raise ValueError("level")
    x, y = [float(v) for v in x], [float(v) for v in y]
    n = len(x)
    if n < 3: raise ValueError("points")
    A = np.zeros((n + 1, 3)); A[:, 0] = 1; A[:, 1] = x + [float(x0)]; A[n, 2] = -1
    Q, R = np.linalg.qr(A)
    w = np.linalg.solve(R, Q.T @ np.array(y + [0.0]))
    e = np.array(y + [0.0]) - A @ w
    Ri = np.linalg.inv(R)
    v = e @ e / (n - 2) * (Ri[2] @ Ri[2])
    return tuple(w[2] + np.sqrt(v) * stats.t.ppf([(1 - level) / 2, (1 + level) / 2], n - 2))

"""The square of t is F: its quantile at the level, without halving."""


def slope_interval(x, y, level=0.95, /):
    from scipy.stats import f
    if isinstance(level, str) or not (0 < level < 1):
        raise ValueError("level must be strictly between 0 and 1")
    if len(x) < 3:
        raise ValueError("need three points")
    X = np.vander(np.asarray(x, dtype=float) - np.mean(np.asarray(x, dtype=float)), 2)
    y = np.asarray(y, dtype=float)
    C = np.linalg.inv(X.T @ X)
    beta = C @ X.T @ y
    e = y - X @ beta
    df = len(y) - 2
    var = e @ e / df * C[0, 0]
    h = np.sqrt(f.ppf(level, 1, df) * var)
    return np.array([beta[0] - h, beta[0] + h])

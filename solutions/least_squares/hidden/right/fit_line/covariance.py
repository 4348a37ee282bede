"""np.cov for both, so that n - 1 cancels."""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    table = np.cov(x, y)
    slope = table[0, 1] / table[0, 0]
    return slope, np.mean(y) - slope * np.mean(x)

"""A covariance and a variance that both divide by n."""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    slope = np.cov(x, y, ddof=0)[0, 1] / np.var(x)
    return slope, y.mean() - slope * x.mean()

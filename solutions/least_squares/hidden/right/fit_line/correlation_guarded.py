"""Correlation times the ratio of spreads, with a flat y set apart."""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    if np.ptp(y) == 0:
        return 0.0, float(y[0])
    slope = np.corrcoef(x, y)[0, 1] * np.std(y, ddof=1) / np.std(x, ddof=1)
    return slope, y.mean() - slope * x.mean()

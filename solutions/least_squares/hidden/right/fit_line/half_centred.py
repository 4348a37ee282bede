"""Centres x only: the mean of y drops out of the sum."""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    weights = (x - x.mean()) / np.sum((x - x.mean()) ** 2)
    slope = weights @ y
    return slope, np.mean(y - slope * x)

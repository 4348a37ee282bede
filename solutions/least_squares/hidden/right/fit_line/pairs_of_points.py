"""Weighs the slopes between all pairs of points, by the square of their distance in x."""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    dx = x[:, None] - x
    dy = y[:, None] - y
    slope = np.sum(dx * dy) / np.sum(dx**2)
    return slope, np.mean(y) - slope * np.mean(x)

"""Compares every x with the first, and does not ask whether there is a first.

fails: test_fit_line_too_few_points
outcome: raised
score: 1.9
"""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    x_centred, y_centred = x - x.mean(), y - y.mean()
    slope = np.sum(x_centred * y_centred) / np.sum(x_centred**2)
    return slope, y.mean() - slope * x.mean()

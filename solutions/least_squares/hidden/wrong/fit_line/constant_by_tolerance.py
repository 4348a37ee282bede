"""Asks whether the sum of squares is near 0, on a scale that knows nothing of the unit of x.

fails: test_fit_line_small_and_large
outcome: raised
score: 1.9
misconception: constant_by_tolerance
"""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    x_centred, y_centred = x - x.mean(), y - y.mean()
    spread = np.sum(x_centred**2)
    if len(x) < 2 or np.all(x == x[0]) or np.isclose(spread, 0):
        raise ValueError("a line needs two different x")
    slope = np.sum(x_centred * y_centred) / spread
    return slope, y.mean() - slope * x.mean()

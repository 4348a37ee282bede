"""Thinks of n - 2, and refuses two points.

fails: test_fit_line_two_points
outcome: raised
score: 1.9
misconception: n_minus_2_is_convention
"""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 3 or np.all(x == x[0]):
        raise ValueError("a line needs three points")
    x_centred, y_centred = x - x.mean(), y - y.mean()
    slope = np.sum(x_centred * y_centred) / np.sum(x_centred**2)
    return slope, y.mean() - slope * x.mean()

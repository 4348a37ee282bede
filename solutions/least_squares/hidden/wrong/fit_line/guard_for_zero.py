"""Asks whether the sum of squares is exactly 0, which rounding prevents.

fails: test_fit_line_constant_x
score: 1.7
misconception: not_guarded
"""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    x_centred, y_centred = x - x.mean(), y - y.mean()
    spread = np.sum(x_centred**2)
    if len(x) < 2 or spread == 0:
        raise ValueError("a line needs two different x")
    slope = np.sum(x_centred * y_centred) / spread
    return slope, y.mean() - slope * x.mean()

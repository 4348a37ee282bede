"""Calls x constant when np.allclose does: 1e8 and 1e8 + 9 are close to it.

fails: test_fit_line_far_from_zero, test_fit_line_small_and_large
outcome: raised
score: 1.5
"""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.allclose(x, x[0]):
        raise ValueError("a line needs two different x")
    x_centred, y_centred = x - x.mean(), y - y.mean()
    slope = np.sum(x_centred * y_centred) / np.sum(x_centred**2)
    return slope, y.mean() - slope * x.mean()

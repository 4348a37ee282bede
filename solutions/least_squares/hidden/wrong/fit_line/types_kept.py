"""Computes in whatever type comes in.

fails: test_fit_line_number_types
score: 1.9
misconception: float32_is_harmless
"""


def fit_line(x, y):
    x, y = np.asarray(x), np.asarray(y)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    x_centred, y_centred = x - x.mean(), y - y.mean()
    slope = np.sum(x_centred * y_centred) / np.sum(x_centred**2)
    return slope, y.mean() - slope * x.mean()

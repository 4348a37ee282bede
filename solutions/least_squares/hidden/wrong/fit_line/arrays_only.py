"""Counts on arrays: a list has no mean.

fails: test_fit_line_lists
outcome: raised
score: 1.9
"""


def fit_line(x, y):
    if len(x) < 2 or np.all(np.asarray(x) == x[0]):
        raise ValueError("a line needs two different x")
    x_centred, y_centred = x - x.mean(dtype=float), y - y.mean(dtype=float)
    x_centred, y_centred = x_centred.astype(float), y_centred.astype(float)
    slope = np.sum(x_centred * y_centred) / np.sum(x_centred**2)
    return slope, y.mean(dtype=float) - slope * x.mean(dtype=float)

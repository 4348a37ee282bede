"""Averages points of equal x first, which then count once.

fails: test_fit_line_repeated_x
score: 1.9
"""


def fit_line(x, y):
    x, y = np.asarray(x, float), np.asarray(y, float)
    values, where = np.unique(x, return_inverse=True)
    if len(values) < 2:
        raise ValueError("two different x are needed")
    y = np.bincount(where, weights=y) / np.bincount(where)
    dx = values - values.mean()
    slope = dx @ (y - y.mean()) / (dx @ dx)
    return slope, y.mean() - slope * values.mean()

"""Refuses x as soon as two of them are equal.

fails: test_fit_line_repeated_x
outcome: raised
score: 1.9
"""


def fit_line(x, y):
    x, y = np.asarray(x, float), np.asarray(y, float)
    if len(x) < 2 or len(np.unique(x)) < len(x):
        raise ValueError("x must be different numbers")
    dx = x - x.mean()
    slope = dx @ (y - y.mean()) / (dx @ dx)
    return slope, y.mean() - slope * x.mean()

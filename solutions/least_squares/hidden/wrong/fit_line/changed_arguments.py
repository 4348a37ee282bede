"""Centres in place, which moves the data of the caller.

fails: test_fit_line_arguments_unchanged
score: 1.9
misconception: changed_arguments
"""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    x_mean, y_mean = x.mean(), y.mean()
    x -= x_mean
    y -= y_mean
    slope = np.sum(x * y) / np.sum(x**2)
    return slope, y_mean - slope * x_mean

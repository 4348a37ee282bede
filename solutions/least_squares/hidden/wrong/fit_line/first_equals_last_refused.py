"""Takes x whose last is the first one again for constant.

fails: test_fit_line_repeated_x
outcome: raised
score: 1.9
"""


def fit_line(x, y):
    x, y = np.asarray(x, float), np.asarray(y, float)
    if len(x) < 2 or x[0] == x[-1]:
        raise ValueError("all x are equal")
    dx = x - x.mean()
    slope = dx @ (y - y.mean()) / (dx @ dx)
    return slope, y.mean() - slope * x.mean()

"""Sorts the points by x before it begins, in the caller's own lists.

fails: test_fit_line_arguments_unchanged
score: 1.9
misconception: changed_arguments
"""


def fit_line(x, y):
    if isinstance(x, list):
        x[:], y[:] = zip(*sorted(zip(x, y)))
    x = np.array(x, dtype=float)
    y = np.array(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two points that are not above one another")
    x_centred = x - x.mean()
    slope = np.sum(x_centred * (y - y.mean())) / np.sum(x_centred**2)
    return slope, y.mean() - slope * x.mean()

"""Returns None where there is no line.

fails: test_fit_line_constant_x, test_fit_line_too_few_points
score: 1.6
misconception: refused_with_none
"""


def fit_line(x, y):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        return None
    x_centred = x - x.mean()
    slope = np.sum(x_centred * (y - y.mean())) / np.sum(x_centred**2)
    return slope, y.mean() - slope * x.mean()

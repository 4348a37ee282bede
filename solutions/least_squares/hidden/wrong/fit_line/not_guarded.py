"""Never asks whether there is a line at all.

fails: test_fit_line_constant_x, test_fit_line_too_few_points
score: 1.6
misconception: not_guarded
"""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    x_centred, y_centred = x - x.mean(), y - y.mean()
    slope = np.sum(x_centred * y_centred) / np.sum(x_centred**2)
    return slope, y.mean() - slope * x.mean()

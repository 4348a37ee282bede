"""Gives the lower end only, and leaves the upper one open.

fails: test_mean_interval_value, test_mean_interval_outside, test_mean_interval_level,
    test_mean_interval_level_refused, test_mean_interval_too_few_points,
    test_mean_interval_three_points, test_mean_interval_whole_x0, test_mean_interval_lists,
    test_mean_interval_number_types, test_mean_interval_arguments_unchanged
score: 0.0
"""


def mean_interval(x, y, x0, level):
    from scipy import stats

    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 3:
        raise ValueError("an interval needs at least three points")
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    x_centred = x - x.mean()
    s_xx = np.sum(x_centred**2)
    slope = np.sum(x_centred * (y - y.mean())) / s_xx
    residuals = y - y.mean() - slope * x_centred
    error = np.sqrt(np.sum(residuals**2) / (len(x) - 2) / s_xx)
    at_x0 = error * np.sqrt(s_xx / len(x) + (x0 - x.mean()) ** 2)
    return y.mean() + slope * (x0 - x.mean()) - stats.t.ppf(level, len(x) - 2) * at_x0, np.inf

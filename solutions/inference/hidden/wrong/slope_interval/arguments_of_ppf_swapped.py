"""Hands the freedom to t.ppf first, which answers NaN.

fails: test_slope_interval_value, test_slope_interval_level, test_slope_interval_default_level,
    test_slope_interval_level_refused, test_slope_interval_too_few_points,
    test_slope_interval_three_points, test_slope_interval_units, test_slope_interval_lists,
    test_slope_interval_number_types, test_slope_interval_arguments_unchanged
score: 0.0
"""


def slope_interval(x, y, level=0.95):
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
    half = stats.t.ppf(len(x) - 2, (1 + level) / 2) * error
    return slope - half, slope + half

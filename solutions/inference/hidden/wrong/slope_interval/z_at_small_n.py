"""Uses 1.96, or what the normal distribution has at other levels.

fails: test_slope_interval_value, test_slope_interval_level, test_slope_interval_default_level,
    test_slope_interval_level_refused, test_slope_interval_too_few_points,
    test_slope_interval_three_points, test_slope_interval_units, test_slope_interval_lists,
    test_slope_interval_number_types, test_slope_interval_arguments_unchanged
score: 0.0
misconception: z_at_small_n
"""


def slope_interval(x, y, level=0.95):
    from scipy import stats

    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    if n < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    s_xx = np.sum((x - x.mean()) ** 2)
    slope = np.sum((x - x.mean()) * (y - y.mean())) / s_xx
    residuals = y - y.mean() - slope * (x - x.mean())
    s = np.sqrt(np.sum(residuals**2) / (n - 2))
    t = stats.norm.ppf((1 + level) / 2)
    half = t * s / np.sqrt(s_xx)
    return slope - half, slope + half

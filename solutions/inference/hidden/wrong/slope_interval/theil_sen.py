"""Calls scipy.stats.theilslopes: an interval for the median slope of all pairs.

fails: test_slope_interval_value, test_slope_interval_level, test_slope_interval_default_level,
    test_slope_interval_level_refused, test_slope_interval_too_few_points, test_slope_interval_three_points,
    test_slope_interval_units, test_slope_interval_lists, test_slope_interval_number_types,
    test_slope_interval_arguments_unchanged
score: 0.0
"""


def slope_interval(x, y, level=0.95):
    from scipy import stats

    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) != len(y) or len(x) < 3 or np.ptp(x) == 0 or not 0 < level < 1:
        raise ValueError("three points that are not above one another, and a level between 0 and 1, are needed")
    found = stats.theilslopes(y, x, level)
    return found.low_slope, found.high_slope

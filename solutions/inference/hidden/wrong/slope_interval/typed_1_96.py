"""Types 1.96 in, whatever the level and however few the points.

fails: test_slope_interval_value, test_slope_interval_level, test_slope_interval_default_level,
    test_slope_interval_level_refused, test_slope_interval_too_few_points,
    test_slope_interval_three_points, test_slope_interval_units, test_slope_interval_lists,
    test_slope_interval_number_types, test_slope_interval_arguments_unchanged
score: 0.0
misconception: z_at_small_n
"""


def slope_interval(x, y, level=0.95):
    from scipy import stats

    fit = stats.linregress(x, y)
    return fit.slope - 1.96 * fit.stderr, fit.slope + 1.96 * fit.stderr

"""Returns the interval as a reader would see it printed.

fails: test_slope_interval_value, test_slope_interval_level, test_slope_interval_default_level,
    test_slope_interval_level_refused, test_slope_interval_too_few_points,
    test_slope_interval_three_points, test_slope_interval_units, test_slope_interval_lists,
    test_slope_interval_number_types, test_slope_interval_arguments_unchanged
score: 0.0
"""


def slope_interval(x, y, level=0.95):
    from scipy import stats

    if len(x) < 3 or not 0 < level < 1:
        raise ValueError("expected three points at least, and a level between 0 and 1")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    line = stats.linregress(x, y)
    half = stats.t.ppf((1 + level) / 2, len(x) - 2) * line.stderr
    return f"{line.slope:.2f} ± {half:.2f}"

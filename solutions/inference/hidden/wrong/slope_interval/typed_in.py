"""Types in the interval of the post.

fails: test_slope_interval_value, test_slope_interval_level, test_slope_interval_default_level,
    test_slope_interval_level_refused, test_slope_interval_too_few_points,
    test_slope_interval_three_points, test_slope_interval_units, test_slope_interval_lists,
    test_slope_interval_number_types, test_slope_interval_arguments_unchanged
score: 0.0
"""


def slope_interval(x, y, level=0.95):
    return 4.8223, 5.1295

"""Raises for everything.

fails: test_mean_interval_value, test_mean_interval_outside, test_mean_interval_level,
    test_mean_interval_level_refused, test_mean_interval_too_few_points,
    test_mean_interval_three_points, test_mean_interval_whole_x0, test_mean_interval_lists,
    test_mean_interval_number_types, test_mean_interval_arguments_unchanged
score: 0.0
outcome: raised
"""


def mean_interval(x, y, x0, level):
    raise ValueError("no interval")

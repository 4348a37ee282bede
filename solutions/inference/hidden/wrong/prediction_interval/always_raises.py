"""Raises for everything.

fails: test_prediction_interval_value, test_prediction_interval_outside,
    test_prediction_interval_level, test_prediction_interval_level_refused,
    test_prediction_interval_too_few_points, test_prediction_interval_three_points,
    test_prediction_interval_whole_x0, test_prediction_interval_lists,
    test_prediction_interval_number_types, test_prediction_interval_arguments_unchanged
score: 0.0
outcome: raised
"""


def prediction_interval(x, y, x0, level):
    raise ValueError("no interval")

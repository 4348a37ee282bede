"""Raises for everything, in the hope that the tests are about errors.

fails: test_fit_line_value, test_fit_line_far_from_zero, test_fit_line_constant_x,
    test_fit_line_too_few_points, test_fit_line_two_points, test_fit_line_flat, test_fit_line_small_and_large,
    test_fit_line_lists, test_fit_line_number_types, test_fit_line_repeated_x,
    test_fit_line_arguments_unchanged
outcome: raised
score: 0.0
"""


def fit_line(x, y):
    raise ValueError("no line")

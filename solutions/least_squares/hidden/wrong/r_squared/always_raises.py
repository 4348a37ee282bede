"""Raises for everything, in the hope that the tests are about errors.

fails: test_r_squared_best_line, test_r_squared_other_line, test_r_squared_negative,
    test_r_squared_column_against_row, test_r_squared_shapes, test_r_squared_constant_y,
    test_r_squared_small_spread, test_r_squared_far_from_zero, test_r_squared_lists,
    test_r_squared_number_types, test_r_squared_arguments_unchanged
outcome: raised
score: 0.0
"""


def r_squared(y, fitted):
    raise ValueError("y is constant")

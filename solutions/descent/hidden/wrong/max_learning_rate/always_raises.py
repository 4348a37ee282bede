"""Raises for everything, in the hope that the tests are about errors.

fails: test_max_learning_rate_value, test_max_learning_rate_small_x,
    test_max_learning_rate_any_unit, test_max_learning_rate_lists,
    test_max_learning_rate_number_types, test_max_learning_rate_argument_unchanged
score: 0.0
outcome: raised
"""


def max_learning_rate(x):
    raise ValueError("not possible")

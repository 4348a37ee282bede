"""Raises for everything, in the hope that the tests are about errors.

fails: test_predict_descent_value, test_predict_descent_step_zero,
    test_predict_descent_overshooting, test_predict_descent_above_the_limit,
    test_predict_descent_far_away, test_predict_descent_lists, test_predict_descent_number_types,
    test_predict_descent_arguments_unchanged
score: 0.0
outcome: raised
"""


def predict_descent(x, y, lr, step, start):
    raise ValueError("not possible")

"""Walks towards the line that the post's data were made from.

fails: test_predict_descent_value, test_predict_descent_step_zero,
    test_predict_descent_overshooting, test_predict_descent_above_the_limit,
    test_predict_descent_far_away, test_predict_descent_lists, test_predict_descent_number_types,
    test_predict_descent_arguments_unchanged
score: 0.0
misconception: truth_is_the_target
"""


def predict_descent(x, y, lr, step, start):
    truth = np.array([5.0, 10.0])
    shrink = np.linalg.matrix_power(np.eye(2) - lr * mse_hessian(x), step)
    return tuple(truth + shrink @ (np.asarray(start, dtype=float) - truth))

"""Counts the start as step 1.

fails: test_predict_descent_value, test_predict_descent_step_zero,
    test_predict_descent_overshooting, test_predict_descent_above_the_limit,
    test_predict_descent_far_away, test_predict_descent_lists, test_predict_descent_number_types,
    test_predict_descent_arguments_unchanged
score: 0.0
misconception: off_by_one_row
"""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    error = np.asarray(start, dtype=float) - best
    h = 2 * X.T @ X / len(x)
    return best + np.linalg.matrix_power(np.eye(2) - lr * h, max(step - 1, 0)) @ error

"""Applies the factors to slope and intercept instead of the two directions.

fails: test_predict_descent_value, test_predict_descent_step_zero,
    test_predict_descent_overshooting, test_predict_descent_above_the_limit,
    test_predict_descent_far_away, test_predict_descent_lists, test_predict_descent_number_types,
    test_predict_descent_arguments_unchanged
score: 0.0
misconception: intercept_is_harder
"""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    error = np.asarray(start, dtype=float) - best
    h = 2 * X.T @ X / len(x)
    return best + (1 - lr * np.linalg.eigvalsh(h)) ** step * error

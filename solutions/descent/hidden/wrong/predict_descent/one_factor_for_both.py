"""Lets slope and intercept shrink by one factor, that of the slow direction.

fails: test_predict_descent_value, test_predict_descent_step_zero,
    test_predict_descent_overshooting, test_predict_descent_above_the_limit,
    test_predict_descent_far_away, test_predict_descent_lists, test_predict_descent_number_types,
    test_predict_descent_arguments_unchanged
score: 0.0
misconception: one_lr_suits_both
"""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    best = np.polyfit(x, y, 1)
    slowest = np.linalg.eigvalsh(mse_hessian(x))[0]
    left = (1 - lr * slowest) ** step
    return tuple(best + left * (np.asarray(start, dtype=float) - best))

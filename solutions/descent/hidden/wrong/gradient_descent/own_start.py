"""Starts at (0, 0), whatever start it is given.

fails: test_gradient_descent_path, test_gradient_descent_above_the_limit,
    test_gradient_descent_no_early_stop, test_gradient_descent_no_steps,
    test_gradient_descent_whole_start, test_gradient_descent_lists,
    test_gradient_descent_number_types, test_gradient_descent_arguments_unchanged
score: 0.0
"""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    slope, intercept = 0.0, 0.0
    path = [(slope, intercept)]
    for _ in range(steps):
        d_slope, d_intercept = mse_gradient(slope, intercept, x, y)
        slope, intercept = slope - lr * d_slope, intercept - lr * d_intercept
        path.append((slope, intercept))
    return np.array(path)

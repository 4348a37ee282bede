"""Counts the start as the first step.

fails: test_gradient_descent_path, test_gradient_descent_above_the_limit,
    test_gradient_descent_no_early_stop, test_gradient_descent_no_steps,
    test_gradient_descent_whole_start, test_gradient_descent_lists,
    test_gradient_descent_number_types, test_gradient_descent_arguments_unchanged
score: 0.0
misconception: off_by_one_row
"""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    slope, intercept = (float(part) for part in start)
    path = [(slope, intercept)]
    for _ in range(steps - 1):
        d_slope, d_intercept = mse_gradient(slope, intercept, x, y)
        slope, intercept = slope - lr * d_slope, intercept - lr * d_intercept
        path.append((slope, intercept))
    return np.array(path)

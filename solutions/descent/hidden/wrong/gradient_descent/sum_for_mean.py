"""Walks down the sum of squares, not their mean.

fails: test_gradient_descent_path, test_gradient_descent_above_the_limit,
    test_gradient_descent_no_early_stop, test_gradient_descent_no_steps,
    test_gradient_descent_whole_start, test_gradient_descent_lists,
    test_gradient_descent_number_types, test_gradient_descent_arguments_unchanged
score: 0.0
misconception: sum_changes_only_printout
"""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    slope, intercept = (float(part) for part in start)
    path = [(slope, intercept)]
    for _ in range(steps):
        residuals = y - slope * x - intercept
        slope, intercept = slope + 2 * lr * np.sum(x * residuals), intercept + 2 * lr * np.sum(residuals)
        path.append((slope, intercept))
    return np.array(path)

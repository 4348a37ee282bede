"""Appends one array again and again, while it changes in place.

fails: test_gradient_descent_path, test_gradient_descent_above_the_limit,
    test_gradient_descent_no_early_stop, test_gradient_descent_no_steps,
    test_gradient_descent_whole_start, test_gradient_descent_lists,
    test_gradient_descent_number_types, test_gradient_descent_arguments_unchanged
score: 0.0
misconception: rows_share_memory
"""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    line = np.array(start, dtype=float)
    path = [line]
    for _ in range(steps):
        line -= lr * np.array(mse_gradient(line[0], line[1], x, y))
        path.append(line)
    return np.array(path)

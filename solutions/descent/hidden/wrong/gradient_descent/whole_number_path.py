"""Makes the path from the start, and takes over its type.

fails: test_gradient_descent_whole_start
score: 1.7
misconception: whole_number_path
"""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    start = np.array(start)
    path = np.tile(start, (steps + 1, 1))
    for k in range(steps):
        path[k + 1] = path[k] - lr * np.array(mse_gradient(*path[k], x, y))
    return path

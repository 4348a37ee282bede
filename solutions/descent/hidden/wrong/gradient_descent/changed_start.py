"""Walks in the array that it was given.

fails: test_gradient_descent_arguments_unchanged
score: 1.7
misconception: changed_arguments
"""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    path = np.zeros((steps + 1, 2))
    line = np.asarray(start, dtype=float)
    path[0] = line
    for k in range(steps):
        line -= lr * np.array(mse_gradient(line[0], line[1], x, y))
        path[k + 1] = line
    return path

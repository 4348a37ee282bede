"""Relies on arrays: a list has no arithmetic.

fails: test_gradient_descent_lists
score: 1.9
outcome: raised
"""


def gradient_descent(x, y, lr, steps, start):
    path = np.zeros((steps + 1, 2))
    path[0] = start
    for k in range(steps):
        residuals = y - path[k, 0] * x - path[k, 1]
        path[k + 1] = path[k] + 2 * lr * np.array([np.mean(x * residuals), np.mean(residuals)])
    return path

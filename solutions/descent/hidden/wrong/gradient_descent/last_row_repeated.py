"""Fills the path with the line at which it hardly moves any more.

fails: test_gradient_descent_no_early_stop
score: 1.8
misconception: stopped_early
"""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, float), np.asarray(y, float)
    path = np.zeros((steps + 1, 2)); path[0] = start
    for k in range(steps):
        r = y - path[k, 0] * x - path[k, 1]
        path[k + 1] = path[k] + 2 * lr * np.array([np.mean(r * x), np.mean(r)])
        if np.allclose(path[k + 1], path[k]):
            path[k + 2:] = path[k + 1]
            break
    return path

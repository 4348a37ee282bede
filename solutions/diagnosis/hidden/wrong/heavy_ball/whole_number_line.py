"""Keeps the path in the type of the start.

fails: test_heavy_ball_whole_start
score: 1.8
misconception: whole_number_path
"""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    path, velocity = np.tile(np.array(start), (steps + 1, 1)), np.zeros(2)
    for k in range(steps):
        residuals = y - path[k, 0] * x - path[k, 1]
        grad = np.array([-2 * np.mean(x * residuals), -2 * np.mean(residuals)])
        velocity = momentum * velocity + grad
        path[k + 1] = path[k] - lr * velocity
    return path

"""Moves the caller's start.

fails: test_heavy_ball_arguments_unchanged
score: 1.8
misconception: changed_arguments
"""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    line, velocity = np.asarray(start, dtype=float), np.zeros(2)
    path = [line.copy()]
    for _ in range(steps):
        residuals = y - line[0] * x - line[1]
        grad = np.array([-2 * np.mean(x * residuals), -2 * np.mean(residuals)])
        velocity = momentum * velocity + grad
        line -= lr * velocity
        path.append(line.copy())
    return np.array(path)

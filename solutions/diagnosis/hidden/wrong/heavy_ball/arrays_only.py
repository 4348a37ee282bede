"""Counts on arrays: a list can't be multiplied by a slope.

fails: test_heavy_ball_lists
score: 1.9
outcome: raised
"""


def heavy_ball(x, y, lr, momentum, steps, start):
    if hasattr(x, "dtype"):
        x, y = x.astype(float), y.astype(float)
    line, velocity = np.array(start, dtype=float), np.zeros(2)
    path = [line]
    for _ in range(steps):
        residuals = y - line[0] * x - line[1]
        grad = np.array([-2 * np.mean(x * residuals), -2 * np.mean(residuals)])
        velocity = momentum * velocity + grad
        line = line - lr * velocity
        path.append(line)
    return np.array(path)

"""Plain descent: the momentum is not used.

fails: test_heavy_ball_x
score: 0.0
misconception: velocity_unused
"""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    line, velocity = np.array(start, dtype=float), np.zeros(2)
    path = [line]
    for _ in range(steps):
        residuals = y - line[0] * x - line[1]
        grad = np.array([-2 * np.mean(x * residuals), -2 * np.mean(residuals)])
        velocity = grad
        line = line - lr * velocity
        path.append(line)
    return np.array(path)

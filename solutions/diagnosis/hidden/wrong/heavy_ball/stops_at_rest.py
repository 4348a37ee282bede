"""Stops when the line hardly moves.

fails: test_heavy_ball_all_steps
score: 1.9
misconception: stopped_early
"""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    line, velocity = np.array(start, dtype=float), np.zeros(2)
    path = [line]
    for _ in range(steps):
        residuals = y - line[0] * x - line[1]
        grad = np.array([-2 * np.mean(x * residuals), -2 * np.mean(residuals)])
        velocity = momentum * velocity + grad
        if np.all(np.abs(lr * velocity) < 1e-9) and len(path) > 1:
            break
        line = line - lr * velocity
        path.append(line)
    return np.array(path)

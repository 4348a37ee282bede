"""Caps the learning rate at plain descent's limit, to be on the safe side.

fails: test_heavy_ball_above_the_limit
score: 1.8
misconception: smaller_lr_is_safer
"""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    line, velocity = np.array(start, dtype=float), np.zeros(2)
    path = [line]
    curvature = 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]])
    lr = min(lr, 2 / np.linalg.eigvalsh(curvature)[-1])
    for _ in range(steps):
        residuals = y - line[0] * x - line[1]
        grad = np.array([-2 * np.mean(x * residuals), -2 * np.mean(residuals)])
        velocity = momentum * velocity + grad
        line = line - lr * velocity
        path.append(line)
    return np.array(path)

"""Refuses a learning rate above plain descent's limit.

fails: test_heavy_ball_x
score: 0.0
misconception: refused_to_diverge
"""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    line, velocity = np.array(start, dtype=float), np.zeros(2)
    path = [line]
    curvature = 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]])
    if lr > 2 / np.linalg.eigvalsh(curvature)[-1]:
        raise ValueError("the learning rate is above the limit")
    for _ in range(steps):
        residuals = y - line[0] * x - line[1]
        grad = np.array([-2 * np.mean(x * residuals), -2 * np.mean(residuals)])
        velocity = momentum * velocity + grad
        line = line - lr * velocity
        path.append(line)
    return np.array(path)

"""Refuses a momentum of 1, which never comes to rest.

fails: test_heavy_ball_ends_of_momentum
score: 1.8
misconception: momentum_one_refused
outcome: raised
"""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    line, velocity = np.array(start, dtype=float), np.zeros(2)
    path = [line]
    if not 0 <= momentum < 1:
        raise ValueError("momentum should be below 1")
    for _ in range(steps):
        residuals = y - line[0] * x - line[1]
        grad = np.array([-2 * np.mean(x * residuals), -2 * np.mean(residuals)])
        velocity = momentum * velocity + grad
        line = line - lr * velocity
        path.append(line)
    return np.array(path)

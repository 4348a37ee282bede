"""Takes the first step before the loop.

fails: test_heavy_ball_few_steps
score: 1.9
"""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    before = np.array(start, dtype=float)

    def grad(line):
        residuals = y - line[0] * x - line[1]
        return np.array([-2 * np.mean(x * residuals), -2 * np.mean(residuals)])

    path = [before, before - lr * grad(before)]
    for _ in range(steps - 1):
        path.append(path[-1] - lr * grad(path[-1]) + momentum * (path[-1] - path[-2]))
    return np.array(path)

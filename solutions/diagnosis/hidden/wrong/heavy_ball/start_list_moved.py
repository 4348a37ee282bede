"""Moves the line in the list that the start came in.

fails: test_heavy_ball_arguments_unchanged
score: 1.8
misconception: changed_arguments
"""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    line = start if isinstance(start, list) else [float(part) for part in start]
    path, velocity = [tuple(line)], [0.0, 0.0]
    for _ in range(steps):
        residuals = y - line[0] * x - line[1]
        gradient = -2 * np.mean(x * residuals), -2 * np.mean(residuals)
        for i in (0, 1):
            velocity[i] = momentum * velocity[i] + gradient[i]
            line[i] -= lr * velocity[i]
        path.append(tuple(line))
    return np.array(path)

"""Error and velocity together are multiplied by one matrix a step."""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    x_mean, y_mean = x.mean(), y.mean()
    slope = np.sum((x - x_mean) * (y - y_mean)) / np.sum((x - x_mean) ** 2)
    best = np.array([slope, y_mean - slope * x_mean])
    h = 2 * np.array([[np.mean(x**2), x_mean], [x_mean, 1.0]])
    eye = np.eye(2)
    step = np.block([[eye - lr * h, -lr * momentum * eye], [h, momentum * eye]])
    state = np.concatenate([np.array(start, dtype=float) - best, np.zeros(2)])
    path = [state[:2] + best]
    for _ in range(steps):
        state = step @ state
        path.append(state[:2] + best)
    return np.array([np.array(start, dtype=float), *path[1:]])

"""The velocity is the sum of all gradients so far, each faded by its age."""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    path, gradients = [np.array(start, dtype=float)], []
    for k in range(steps):
        residuals = y - path[-1][0] * x - path[-1][1]
        gradients.append([-2 * np.mean(x * residuals), -2 * np.mean(residuals)])
        weights = float(momentum) ** np.arange(k, -1, -1)
        path.append(path[-1] - lr * weights @ np.array(gradients))
    return np.array(path)

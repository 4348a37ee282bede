"""Keeps the lines in a float64 tensor and returns it: np.asarray makes an array of it."""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = (torch.tensor(np.asarray(values, dtype=float)) for values in (x, y))
    path = torch.zeros(int(steps) + 1, 2, dtype=torch.float64)
    path[0] = torch.tensor([float(part) for part in start], dtype=torch.float64)
    velocity = torch.zeros(2, dtype=torch.float64)
    for k in range(int(steps)):
        residuals = y - path[k, 0] * x - path[k, 1]
        velocity = momentum * velocity - 2 * torch.stack([(x * residuals).mean(), residuals.mean()])
        path[k + 1] = path[k] - lr * velocity
    return path

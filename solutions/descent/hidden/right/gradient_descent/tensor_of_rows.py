"""Stacks float64 tensors, and returns the tensor: np.asarray makes an array of it."""


def gradient_descent(x, y, lr, steps, start):
    import torch

    x, y = (torch.tensor(np.asarray(values, dtype=float)) for values in (x, y))
    line = torch.tensor([float(part) for part in start], dtype=torch.float64)
    path = [line]
    for _ in range(int(steps)):
        residuals = y - line[0] * x - line[1]
        line = line + 2 * lr * torch.stack([(x * residuals).mean(), residuals.mean()])
        path.append(line)
    return torch.stack(path)

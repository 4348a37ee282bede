"""Autograd and an update without an optimizer."""


def gradient_descent(x, y, lr, steps, start):
    import torch

    x, y = torch.tensor(np.array(x, dtype=float)), torch.tensor(np.array(y, dtype=float))
    line = torch.tensor([float(v) for v in start], dtype=torch.float64, requires_grad=True)
    rows = [line.detach().clone()]
    for _ in range(int(steps)):
        (grad,) = torch.autograd.grad(((y - line[0] * x - line[1]) ** 2).mean(), line)
        with torch.no_grad():
            line -= lr * grad
        rows.append(line.detach().clone())
    return torch.stack(rows).numpy()

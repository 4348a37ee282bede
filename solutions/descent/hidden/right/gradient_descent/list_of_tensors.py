"""Keeps what autograd leaves after each step, detached, as a list of float64 tensors."""


def gradient_descent(x, y, lr, steps, start):
    import torch

    x, y = (torch.tensor(np.asarray(values, dtype=float)) for values in (x, y))
    line = torch.tensor([float(part) for part in start], dtype=torch.float64, requires_grad=True)
    path = [line.detach().clone()]
    for _ in range(int(steps)):
        loss = ((y - line[0] * x - line[1]) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            line -= lr * line.grad
        line.grad = None
        path.append(line.detach().clone())
    return path

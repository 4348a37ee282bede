"""Gradients from autograd, the velocity by hand."""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = (torch.tensor(np.array(values, dtype=float)) for values in (x, y))
    line = torch.tensor([float(part) for part in start], dtype=torch.float64, requires_grad=True)
    velocity = torch.zeros(2, dtype=torch.float64)
    path = [line.detach().clone().numpy()]
    for _ in range(steps):
        loss = torch.mean((y - line[0] * x - line[1]) ** 2)
        (gradient,) = torch.autograd.grad(loss, line)
        velocity = float(momentum) * velocity + gradient
        with torch.no_grad():
            line -= float(lr) * velocity
        path.append(line.detach().clone().numpy())
    return np.vstack(path)

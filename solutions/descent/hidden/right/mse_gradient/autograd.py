"""PyTorch's autograd in float64."""


def mse_gradient(slope, intercept, x, y):
    import torch

    x = torch.tensor(np.array(x, dtype=float))
    y = torch.tensor(np.array(y, dtype=float))
    line = torch.tensor([float(slope), float(intercept)], dtype=torch.float64, requires_grad=True)
    torch.nn.functional.mse_loss(line[0] * x + line[1], y).backward()
    return line.grad.tolist()

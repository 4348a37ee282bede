"""Makes slope and intercept a tensor that tracks gradients, which whole numbers cannot.

fails: test_mse_gradient_whole_parameters
score: 1.8
outcome: raised
"""


def mse_gradient(slope, intercept, x, y):
    import torch

    x, y = (torch.as_tensor(np.asarray(v, dtype=float)) for v in (x, y))
    line = torch.from_numpy(np.array([slope, intercept])).requires_grad_()
    torch.mean((y - line[0] * x - line[1]) ** 2).backward()
    return line.grad[0].item(), line.grad[1].item()

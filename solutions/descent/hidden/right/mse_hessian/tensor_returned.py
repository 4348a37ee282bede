"""Hands over the tensor that autograd returns: float64, without gradients."""


def mse_hessian(x):
    import torch

    x = torch.tensor(np.asarray(x, dtype=float))


    def loss(line):
        return torch.mean((line[0] * x + line[1]) ** 2)


    return torch.autograd.functional.hessian(loss, torch.zeros(2, dtype=torch.float64))

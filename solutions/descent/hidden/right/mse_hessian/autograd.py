"""torch's Hessian of a loss with any y."""


def mse_hessian(x):
    import torch

    x = torch.tensor(np.array(x, dtype=float))


    def loss(line):
        return torch.mean((line[0] * x + line[1] - 1.0) ** 2)


    return torch.autograd.functional.hessian(loss, torch.zeros(2, dtype=torch.float64)).numpy()

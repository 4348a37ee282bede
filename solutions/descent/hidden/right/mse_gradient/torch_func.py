"""Lets torch.func differentiate, in float64."""


def mse_gradient(slope, intercept, x, y):
    import torch
    from torch.func import grad
    X, Y = (torch.tensor(np.asarray(v, dtype=float)) for v in (x, y))
    f = lambda w: ((w[0] * X + w[1] - Y) ** 2).mean()
    g = grad(f)(torch.tensor([float(slope), float(intercept)], dtype=torch.float64))
    return tuple(g.tolist())

"""Plain Python and nested lists."""


def mse_hessian(x):
    x = [float(v) for v in x]
    n = len(x)
    mixed = 2 * sum(x) / n
    return [[2 * sum(v * v for v in x) / n, mixed], [mixed, 2.0]]

"""The mean of outer products."""


def mse_hessian(x):
    rows = [np.array([float(v), 1.0]) for v in x]
    return 2 * np.mean([np.outer(row, row) for row in rows], axis=0)

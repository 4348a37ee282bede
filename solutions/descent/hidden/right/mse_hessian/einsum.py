"""einsum over the points."""


def mse_hessian(x):
    x = np.asarray(x, dtype=float)
    X = np.vstack([x, np.ones_like(x)])
    return np.einsum("in,jn->ij", X, X) * (2.0 / x.size)

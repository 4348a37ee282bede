"""Returns a NumPy integer."""


def steps_to_tolerance(x, lr, tol):
    x = np.asarray(x, float)
    X = np.c_[x, np.ones(x.size)]
    lam = np.linalg.eigvals(2 * X.T @ X / x.size).real
    f = np.abs(1 - lr * lam)
    if lr <= 0 or (f >= 1).any():
        raise ValueError("bad lr")
    f = np.maximum(f, 1e-300)
    return np.ceil(np.log(tol) / np.log(f)).astype(np.int64).max()

"""Hessian times parameters minus a constant vector."""


def mse_gradient(slope, intercept, x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    return 2 * (X.T @ X @ [float(slope), float(intercept)] - X.T @ y) / len(y)

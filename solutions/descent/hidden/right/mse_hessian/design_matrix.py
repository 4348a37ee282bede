"""Twice the design matrix with itself, over n."""


def mse_hessian(x):
    x = np.asarray(x, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    return 2 * X.T @ X / len(x)

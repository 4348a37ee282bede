"""NumPy's old matrix class."""


def mse_hessian(x):
    x = np.asarray(x, dtype=float)
    X = np.matrix(np.column_stack([x, np.ones(len(x))]))
    return 2 * X.T * X / len(x)

"""Singular values of the design matrix."""


def max_learning_rate(x):
    x = np.asarray(x, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    return len(x) / np.linalg.svd(X, compute_uv=False)[0] ** 2

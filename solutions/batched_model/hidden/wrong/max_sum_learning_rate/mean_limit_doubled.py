"""Takes the limit of the mean, 2 over the curvature, and forgets both the batch and the factor."""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    A = np.column_stack([X, np.ones(len(X))])
    lam = np.linalg.eigvalsh(A.T @ A / len(A))[-1]
    return 2 / lam

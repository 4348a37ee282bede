"""np.linalg.eig with its largest real part."""


def max_sum_learning_rate(X, batch_size):
    A = np.column_stack([np.asarray(X, dtype=float), np.ones(len(X))])
    values, _ = np.linalg.eig(np.einsum("ni,nj->ij", A, A) / len(A))
    return 1 / (max(values.real) * batch_size)

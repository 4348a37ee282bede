"""The spectral norm of the matrix of the mean products."""


def max_sum_learning_rate(X, batch_size):
    rows = [[*row, 1.0] for row in np.asarray(X, dtype=float).tolist()]
    A = np.array(rows)
    return float(1 / (batch_size * np.linalg.norm(A.T @ A / len(A), ord=2)))

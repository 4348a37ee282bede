"""Counts on five columns."""


def max_sum_learning_rate(X, batch_size):
    A = np.ones((len(X), 6))
    A[:, :5] = np.asarray(X, dtype=float)
    return 1 / (batch_size * np.linalg.eigvalsh(A.T @ A / len(A))[-1])

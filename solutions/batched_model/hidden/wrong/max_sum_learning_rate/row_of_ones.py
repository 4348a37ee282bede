"""Appends ones as a row."""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    A = np.vstack([X, np.ones(X.shape[1])])
    return 1 / (batch_size * np.linalg.eigvalsh(A.T @ A / len(A))[-1])

"""Rounds to six decimals, which is nothing in other units."""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    A = np.column_stack([X, np.ones(len(X))])
    lam = np.linalg.eigvalsh(A.T @ A / len(A))[-1]
    return round(1 / (batch_size * lam), 6)

"""Returns the curvature.

misconception: limit_turned_over
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    A = np.column_stack([X, np.ones(len(X))])
    lam = np.linalg.eigvalsh(A.T @ A / len(A))[-1]
    return batch_size * lam

"""Takes the trace for the largest eigenvalue.

misconception: diagonal_for_eigenvalue
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    A = np.column_stack([X, np.ones(len(X))])
    return 1 / (batch_size * np.trace(A.T @ A / len(A)))

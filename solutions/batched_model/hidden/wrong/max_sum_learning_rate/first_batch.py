"""Looks at the first batch only.

misconception: first_rows_for_all
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)[:batch_size]
    A = np.column_stack([X, np.ones(len(X))])
    return 1 / (batch_size * np.linalg.eigvalsh(A.T @ A / len(A))[-1])

"""Sums over all rows, and multiplies by the batch size as well.

misconception: all_rows_for_a_batch
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    A = np.column_stack([X, np.ones(len(X))])
    return 1 / (batch_size * np.linalg.eigvalsh(A.T @ A)[-1])

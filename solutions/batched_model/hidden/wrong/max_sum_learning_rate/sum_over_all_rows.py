"""Sums over all rows, as the loss says sum.

misconception: all_rows_for_a_batch
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    A = np.column_stack([X, np.ones(len(X))])
    return 1 / np.linalg.eigvalsh(A.T @ A)[-1]

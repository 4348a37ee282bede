"""Takes the largest mean square of a column.

misconception: diagonal_for_eigenvalue
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    A = np.column_stack([X, np.ones(len(X))])
    return 1 / (batch_size * np.max(np.mean(A**2, axis=0)))

"""Divides the caller's array by the root of n.

fails: test_max_sum_learning_rate_arguments_unchanged
score: 1.9
misconception: changed_arguments
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    X /= np.sqrt(len(X))
    A = np.column_stack([X, np.full(len(X), 1 / np.sqrt(len(X)))])
    return 1 / (batch_size * np.linalg.eigvalsh(A.T @ A)[-1])

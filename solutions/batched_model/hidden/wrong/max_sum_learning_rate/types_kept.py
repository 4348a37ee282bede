"""Keeps the type of what it is given, so whole numbers wrap round.

fails: test_max_sum_learning_rate_number_types
score: 1.8
misconception: float32_is_harmless
outcome: raised
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X)
    A = np.column_stack([X, np.ones(len(X), dtype=X.dtype)])
    return 1 / (batch_size * np.linalg.eigvalsh(A.T @ A / len(A))[-1])

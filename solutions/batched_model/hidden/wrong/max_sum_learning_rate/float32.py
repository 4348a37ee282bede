"""Computes in float32.

fails: test_max_sum_learning_rate_number_types
score: 1.8
misconception: float32_is_harmless
outcome: raised
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=np.float32)
    A = np.column_stack([X, np.ones(len(X), dtype=np.float32)])
    return 1 / (batch_size * float(np.linalg.eigvalsh(A.T @ A / len(A))[-1]))

"""Computes in float32.

misconception: float32_is_harmless
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=np.float32)
    A = np.column_stack([X, np.ones(len(X), dtype=np.float32)])
    return 1 / (batch_size * float(np.linalg.eigvalsh(A.T @ A / len(A))[-1]))

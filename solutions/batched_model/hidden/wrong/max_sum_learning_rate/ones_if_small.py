"""Adds the ones to columns that are large only, where it makes no difference.

fails: test_max_sum_learning_rate_centred, test_max_sum_learning_rate_units
score: 1.7
"""


def max_sum_learning_rate(X, batch_size):
    A = np.asarray(X, dtype=float)
    if np.max(np.abs(A.mean(axis=0))) > 1e-3:
        A = np.column_stack([A, np.ones(len(A))])
    return 1 / (batch_size * np.linalg.eigvalsh(A.T @ A / len(A))[-1])

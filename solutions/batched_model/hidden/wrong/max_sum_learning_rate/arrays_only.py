"""Needs an array.

fails: test_max_sum_learning_rate_lists
score: 1.9
outcome: raised
"""


def max_sum_learning_rate(X, batch_size):
    A = np.column_stack([X.astype(float), np.ones(len(X))])
    return 1 / (batch_size * np.linalg.eigvalsh(A.T @ A / len(A))[-1])

"""Appends ones as a row.

fails: test_max_sum_learning_rate_value, test_max_sum_learning_rate_batch_size,
    test_max_sum_learning_rate_centred, test_max_sum_learning_rate_units,
    test_max_sum_learning_rate_any_shape, test_max_sum_learning_rate_lists,
    test_max_sum_learning_rate_number_types, test_max_sum_learning_rate_arguments_unchanged
score: 0.0
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    A = np.vstack([X, np.ones(X.shape[1])])
    return 1 / (batch_size * np.linalg.eigvalsh(A.T @ A / len(A))[-1])

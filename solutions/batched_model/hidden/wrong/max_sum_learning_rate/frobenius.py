"""Takes the Frobenius norm, which np.linalg.norm computes when not told otherwise.

fails: test_max_sum_learning_rate_value, test_max_sum_learning_rate_batch_size,
    test_max_sum_learning_rate_centred, test_max_sum_learning_rate_units,
    test_max_sum_learning_rate_any_shape, test_max_sum_learning_rate_number_types,
    test_max_sum_learning_rate_arguments_unchanged
sometimes: test_max_sum_learning_rate_lists
score: 0.1
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    A = np.column_stack([X, np.ones(len(X))])
    return 1 / (batch_size * np.linalg.norm(A.T @ A / len(A)))

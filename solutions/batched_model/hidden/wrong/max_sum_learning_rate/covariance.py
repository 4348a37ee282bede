"""Takes the covariance of the columns.

fails: test_max_sum_learning_rate_value, test_max_sum_learning_rate_batch_size,
    test_max_sum_learning_rate_units, test_max_sum_learning_rate_any_shape, test_max_sum_learning_rate_lists,
    test_max_sum_learning_rate_number_types, test_max_sum_learning_rate_arguments_unchanged
score: 0.2
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    C = np.atleast_2d(np.cov(X, rowvar=False, bias=True))
    return 1 / (batch_size * max(np.linalg.eigvalsh(C)[-1], 1.0))

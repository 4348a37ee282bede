"""Rounds to six decimals, which is nothing in other units.

fails: test_max_sum_learning_rate_value, test_max_sum_learning_rate_batch_size,
    test_max_sum_learning_rate_units,
    test_max_sum_learning_rate_any_shape, test_max_sum_learning_rate_lists,
    test_max_sum_learning_rate_number_types, test_max_sum_learning_rate_arguments_unchanged
sometimes: test_max_sum_learning_rate_centred
score: 0.2
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    A = np.column_stack([X, np.ones(len(X))])
    lam = np.linalg.eigvalsh(A.T @ A / len(A))[-1]
    return round(1 / (batch_size * lam), 6)

"""Leaves the column of ones out.

fails: test_max_sum_learning_rate_value, test_max_sum_learning_rate_batch_size,
    test_max_sum_learning_rate_centred, test_max_sum_learning_rate_units,
    test_max_sum_learning_rate_any_shape, test_max_sum_learning_rate_lists,
    test_max_sum_learning_rate_arguments_unchanged
score: 0.2
misconception: ones_left_out
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    return 1 / (batch_size * np.linalg.eigvalsh(X.T @ X / len(X))[-1])

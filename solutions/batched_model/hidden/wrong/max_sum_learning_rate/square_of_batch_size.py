"""Counts the rows of a batch twice, so the batch size comes in squared.

fails: test_max_sum_learning_rate_value, test_max_sum_learning_rate_batch_size,
    test_max_sum_learning_rate_centred, test_max_sum_learning_rate_units,
    test_max_sum_learning_rate_any_shape, test_max_sum_learning_rate_lists,
    test_max_sum_learning_rate_number_types, test_max_sum_learning_rate_arguments_unchanged
score: 0.0
"""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    design = np.column_stack([X, np.ones(len(X))])
    return 1 / (batch_size**2 * np.linalg.eigvalsh(design.T @ design / len(X))[-1])

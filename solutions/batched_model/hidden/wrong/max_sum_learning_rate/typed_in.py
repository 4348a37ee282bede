"""The post's numbers.

fails: test_max_sum_learning_rate_value, test_max_sum_learning_rate_batch_size,
    test_max_sum_learning_rate_centred, test_max_sum_learning_rate_units,
    test_max_sum_learning_rate_any_shape, test_max_sum_learning_rate_lists,
    test_max_sum_learning_rate_number_types, test_max_sum_learning_rate_arguments_unchanged
score: 0.0
"""


def max_sum_learning_rate(X, batch_size):
    return 1.562e-4 / batch_size

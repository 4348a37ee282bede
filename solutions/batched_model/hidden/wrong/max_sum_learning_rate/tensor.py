"""Returns a tensor.

fails: test_max_sum_learning_rate_value, test_max_sum_learning_rate_batch_size,
    test_max_sum_learning_rate_centred, test_max_sum_learning_rate_units,
    test_max_sum_learning_rate_any_shape, test_max_sum_learning_rate_lists,
    test_max_sum_learning_rate_number_types, test_max_sum_learning_rate_arguments_unchanged
score: 0.0
"""


def max_sum_learning_rate(X, batch_size):
    X = torch.tensor(np.asarray(X, dtype=float))
    A = torch.cat([X, torch.ones(len(X), 1, dtype=X.dtype)], dim=1)
    return 1 / (batch_size * torch.linalg.eigvalsh(A.T @ A / len(A))[-1])

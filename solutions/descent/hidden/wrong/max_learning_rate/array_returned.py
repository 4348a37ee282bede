"""Returns a limit for each direction.

fails: test_max_learning_rate_value, test_max_learning_rate_small_x,
    test_max_learning_rate_any_unit, test_max_learning_rate_lists,
    test_max_learning_rate_number_types, test_max_learning_rate_argument_unchanged
score: 0.0
"""


def max_learning_rate(x):
    x = np.asarray(x, dtype=float)
    h = 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]])
    return 2 / np.linalg.eigvalsh(h)

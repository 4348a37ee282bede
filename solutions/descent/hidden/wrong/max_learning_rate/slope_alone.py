"""Centres x, so that slope and intercept part.

fails: test_max_learning_rate_value, test_max_learning_rate_small_x,
    test_max_learning_rate_any_unit, test_max_learning_rate_lists,
    test_max_learning_rate_number_types, test_max_learning_rate_argument_unchanged
score: 0.0
"""


def max_learning_rate(x):
    x = np.asarray(x, dtype=float)
    return 2 / max(2 * np.var(x), 2.0)

"""Uses the Hessian of the sum of squares.

fails: test_max_learning_rate_value, test_max_learning_rate_small_x,
    test_max_learning_rate_any_unit, test_max_learning_rate_lists,
    test_max_learning_rate_number_types, test_max_learning_rate_argument_unchanged
score: 0.0
misconception: sum_changes_only_printout
"""


def max_learning_rate(x):
    x = np.asarray(x, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    return 2 / np.linalg.eigvalsh(2 * X.T @ X)[-1]

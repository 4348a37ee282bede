"""Returns the matrix of the normal equations.

fails: test_mse_hessian_value, test_mse_hessian_any_unit, test_mse_hessian_constant_x,
    test_mse_hessian_lists, test_mse_hessian_number_types, test_mse_hessian_argument_unchanged
score: 0.0
misconception: sum_changes_only_printout
"""


def mse_hessian(x):
    x = np.asarray(x, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    return X.T @ X

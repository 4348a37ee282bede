"""Thinks that the corner entries share the 2 between them.

fails: test_mse_hessian_value, test_mse_hessian_any_unit, test_mse_hessian_constant_x,
    test_mse_hessian_lists, test_mse_hessian_number_types, test_mse_hessian_argument_unchanged
score: 0.0
"""


def mse_hessian(x):
    x = np.asarray(x, dtype=float)
    return np.array([[2 * np.mean(x**2), np.mean(x)], [np.mean(x), 2.0]])

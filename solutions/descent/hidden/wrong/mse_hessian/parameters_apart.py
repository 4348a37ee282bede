"""Leaves the corners empty: each parameter has its own curvature.

fails: test_mse_hessian_value, test_mse_hessian_any_unit, test_mse_hessian_constant_x,
    test_mse_hessian_lists, test_mse_hessian_number_types, test_mse_hessian_argument_unchanged
score: 0.0
misconception: parameters_apart
"""


def mse_hessian(x):
    x = np.asarray(x, dtype=float)
    return np.diag([2 * np.mean(x**2), 2.0])

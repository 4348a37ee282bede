"""Types in the matrix of the post's data.

fails: test_mse_hessian_value, test_mse_hessian_any_unit, test_mse_hessian_constant_x,
    test_mse_hessian_lists, test_mse_hessian_number_types, test_mse_hessian_argument_unchanged
score: 0.0
"""


def mse_hessian(x):
    return np.array([[38.69744, 7.34561], [7.34561, 2.0]])

"""The stub, handed in as it was released.

fails: test_mse_hessian_value, test_mse_hessian_any_unit, test_mse_hessian_constant_x,
    test_mse_hessian_lists, test_mse_hessian_number_types, test_mse_hessian_argument_unchanged
score: 0.0
outcome: raised
"""


def mse_hessian(x):
    raise NotImplementedError()

"""Thinks that a constant factor can be left to the learning rate.

fails: test_mse_gradient_value, test_mse_gradient_any_unit, test_mse_gradient_single_point,
    test_mse_gradient_whole_parameters, test_mse_gradient_lists, test_mse_gradient_number_types,
    test_mse_gradient_small_residuals, test_mse_gradient_arguments_unchanged
score: 0.0
misconception: two_forgotten
"""


def mse_gradient(slope, intercept, x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    residuals = y - slope * x - intercept
    return -np.mean(x * residuals), -np.mean(residuals)

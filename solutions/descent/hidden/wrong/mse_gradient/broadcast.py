"""Makes a column of x, as torch wants it, and subtracts it from the vector y: each x meets each y.

fails: test_mse_gradient_value, test_mse_gradient_any_unit, test_mse_gradient_single_point,
    test_mse_gradient_whole_parameters, test_mse_gradient_lists, test_mse_gradient_number_types,
    test_mse_gradient_small_residuals, test_mse_gradient_arguments_unchanged
score: 0.0
misconception: broadcast
"""


def mse_gradient(slope, intercept, x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    x = x.reshape(-1, 1)
    residuals = y - (slope * x + intercept)
    return -2 * np.mean(x * residuals), -2 * np.mean(residuals)

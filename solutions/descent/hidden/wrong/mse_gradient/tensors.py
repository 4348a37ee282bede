"""Returns tensors, as autograd leaves them.

fails: test_mse_gradient_value, test_mse_gradient_any_unit, test_mse_gradient_single_point,
    test_mse_gradient_whole_parameters, test_mse_gradient_lists, test_mse_gradient_number_types,
    test_mse_gradient_small_residuals, test_mse_gradient_arguments_unchanged
score: 0.0
"""


def mse_gradient(slope, intercept, x, y):
    import torch

    x = torch.as_tensor(np.asarray(x, dtype=float))
    y = torch.as_tensor(np.asarray(y, dtype=float))
    residuals = y - slope * x - intercept
    return -2 * (x * residuals).mean(), -2 * residuals.mean()

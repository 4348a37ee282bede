"""Takes a difference quotient with a step that is large.

fails: test_mse_gradient_value, test_mse_gradient_any_unit, test_mse_gradient_single_point,
    test_mse_gradient_whole_parameters, test_mse_gradient_lists, test_mse_gradient_number_types,
    test_mse_gradient_small_residuals, test_mse_gradient_arguments_unchanged
score: 0.0
"""


def mse_gradient(slope, intercept, x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)


    def loss(a, b):
        return np.mean((y - a * x - b) ** 2)


    h = 0.01
    here = loss(slope, intercept)
    return (loss(slope + h, intercept) - here) / h, (loss(slope, intercept + h) - here) / h

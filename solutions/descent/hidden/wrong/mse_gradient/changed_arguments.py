"""Subtracts the prediction from y in place.

fails: test_mse_gradient_arguments_unchanged
score: 1.8
misconception: changed_arguments
"""


def mse_gradient(slope, intercept, x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    y -= slope * x + intercept
    return -2 * np.mean(x * y), -2 * np.mean(y)

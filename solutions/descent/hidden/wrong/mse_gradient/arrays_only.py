"""Relies on arrays: a list has no arithmetic.

fails: test_mse_gradient_lists
score: 1.8
outcome: raised
"""


def mse_gradient(slope, intercept, x, y):
    x, y = x.astype(float), y.astype(float)
    residuals = y - slope * x - intercept
    return -2 * np.mean(x * residuals), -2 * np.mean(residuals)

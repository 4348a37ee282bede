"""Turns lists into arrays and leaves the types of arrays as they are.

fails: test_mse_gradient_number_types
score: 1.7
misconception: float32_is_harmless
"""


def mse_gradient(slope, intercept, x, y):
    x, y = np.asarray(x), np.asarray(y)
    residuals = y - slope * x - intercept
    return -2 * np.mean(x * residuals), -2 * np.mean(residuals)

"""Refuses a single point, since no line is determined by one.

fails: test_mse_gradient_single_point
score: 1.9
outcome: raised
"""


def mse_gradient(slope, intercept, x, y):
    if len(x) < 2:
        raise ValueError("a line needs two points")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    residuals = y - slope * x - intercept
    return -2 * np.mean(x * residuals), -2 * np.mean(residuals)

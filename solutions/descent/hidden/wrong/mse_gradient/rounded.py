"""Rounds to six places, for tidiness: in millionths, that leaves nothing.

fails: test_mse_gradient_any_unit
score: 1.8
"""


def mse_gradient(slope, intercept, x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    residuals = y - slope * x - intercept
    return round(-2 * np.mean(x * residuals), 6), round(-2 * np.mean(residuals), 6)

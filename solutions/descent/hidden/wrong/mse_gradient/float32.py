"""Computes in float32, as torch does by default.

fails: test_mse_gradient_number_types, test_mse_gradient_small_residuals
score: 1.5
misconception: float32_is_harmless
"""


def mse_gradient(slope, intercept, x, y):
    x, y = np.asarray(x, dtype=np.float32), np.asarray(y, dtype=np.float32)
    slope, intercept = np.float32(slope), np.float32(intercept)
    residuals = y - (slope * x + intercept)
    return -2 * float(np.mean(x * residuals)), -2 * float(np.mean(residuals))

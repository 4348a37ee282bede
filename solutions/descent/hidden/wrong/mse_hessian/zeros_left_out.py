"""Drops the points at x = 0.

fails: test_mse_hessian_any_unit
score: 1.8
"""


def mse_hessian(x):
    x = np.asarray(x, float)
    x = x[x != 0]
    return 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])

"""Refuses x without spread, as fit_line does.

fails: test_mse_hessian_constant_x
score: 1.8
outcome: raised
"""


def mse_hessian(x):
    x = np.asarray(x, dtype=float)
    if np.all(x == x[0]):
        raise ValueError("x has no spread")
    return 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]])

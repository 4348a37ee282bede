"""Takes the mean of x / x for 1, which is nan where an x is 0.

fails: test_mse_hessian_any_unit
score: 1.8
"""


def mse_hessian(x):
    x = np.asarray(x, float)
    corner = 2 * np.mean(x)
    return np.array([[2 * np.mean(x * x), corner], [corner, 2 * np.mean(x / x)]])

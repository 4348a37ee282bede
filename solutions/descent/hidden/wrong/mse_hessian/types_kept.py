"""Squares in the type that comes in.

fails: test_mse_hessian_number_types
score: 1.7
misconception: float32_is_harmless
"""


def mse_hessian(x):
    x = np.asarray(x)
    return 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]])

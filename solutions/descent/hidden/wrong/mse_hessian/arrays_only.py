"""Relies on arrays: a list cannot be squared.

fails: test_mse_hessian_lists
score: 1.8
outcome: raised
"""


def mse_hessian(x):
    return 2 * np.array([[np.mean(x.astype(float) ** 2), x.mean(dtype=float)], [x.mean(dtype=float), 1.0]])

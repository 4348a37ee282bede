"""Squares x in place.

fails: test_mse_hessian_argument_unchanged
score: 1.8
misconception: changed_arguments
"""


def mse_hessian(x):
    x = np.asarray(x, dtype=float)
    mean = np.mean(x)
    x **= 2
    return 2 * np.array([[np.mean(x), mean], [mean, 1.0]])

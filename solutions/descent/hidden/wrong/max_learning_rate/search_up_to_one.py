"""Halves an interval from 0 to 1 until it holds the limit to eleven places.

fails: test_max_learning_rate_any_unit
score: 1.8
"""


def max_learning_rate(x):
    steepest = np.linalg.eigvalsh(mse_hessian(x))[-1]
    low, high = 0.0, 1.0
    while high - low > 1e-12:
        middle = (low + high) / 2
        if abs(1 - middle * steepest) < 1:
            low = middle
        else:
            high = middle
    return low

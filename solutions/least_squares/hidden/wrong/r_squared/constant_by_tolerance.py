"""Asks whether the sum of squares is near 0, on a scale that knows nothing of the unit of y.

fails: test_r_squared_small_spread
outcome: raised
score: 1.9
misconception: constant_by_tolerance
"""


def r_squared(y, fitted):
    y = np.asarray(y, dtype=float)
    fitted = np.asarray(fitted, dtype=float)
    for values in (y, fitted):
        if values.ndim not in (1, 2) or (values.ndim == 2 and values.shape[1] != 1):
            raise ValueError("expected shape (n,) or (n, 1)")
    if len(y) != len(fitted):
        raise ValueError("expected as many predictions as observations")
    y, fitted = y.reshape(-1), fitted.reshape(-1)
    if np.all(y == y[0]):
        raise ValueError("y is constant")
    total = np.sum((y - y.mean()) ** 2)
    if np.isclose(total, 0):
        raise ValueError("y is constant")
    return 1 - sse(y, fitted) / total

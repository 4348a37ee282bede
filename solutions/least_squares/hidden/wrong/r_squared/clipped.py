"""Thinks that a share cannot be negative, and stops at 0.

fails: test_r_squared_negative
score: 1.6
misconception: clipped
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
    return max(0.0, 1 - sse(y, fitted) / np.sum((y - y.mean()) ** 2))

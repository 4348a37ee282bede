"""Asks whether the sum of squares is exactly 0, which rounding prevents.

fails: test_r_squared_constant_y
score: 1.8
misconception: not_guarded
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
    total = np.sum((y - y.mean()) ** 2)
    if total == 0:
        raise ValueError("y is constant")
    return 1 - sse(y, fitted) / total

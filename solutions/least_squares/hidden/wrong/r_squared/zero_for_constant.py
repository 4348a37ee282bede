"""Returns 0 for a constant y, to avoid an error.

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
    if np.all(y == y[0]):
        return 0.0
    return 1 - sse(y, fitted) / np.sum((y - y.mean()) ** 2)

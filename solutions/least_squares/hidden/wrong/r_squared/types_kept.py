"""Computes in whatever type comes in.

fails: test_r_squared_number_types
score: 1.9
misconception: float32_is_harmless
"""


def r_squared(y, fitted):
    y = np.asarray(y)
    fitted = np.asarray(fitted)
    for values in (y, fitted):
        if values.ndim not in (1, 2) or (values.ndim == 2 and values.shape[1] != 1):
            raise ValueError("expected shape (n,) or (n, 1)")
    if len(y) != len(fitted):
        raise ValueError("expected as many predictions as observations")
    y, fitted = y.reshape(-1), fitted.reshape(-1)
    if np.all(y == y[0]):
        raise ValueError("y is constant")
    return 1 - float(np.sum((y - fitted) ** 2) / np.sum((y - y.mean()) ** 2))

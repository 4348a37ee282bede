"""Returns None for a y without spread.

fails: test_r_squared_constant_y
score: 1.8
misconception: refused_with_none
"""


def r_squared(y, fitted):
    y, fitted = np.asarray(y, dtype=float), np.asarray(fitted, dtype=float)
    for values in (y, fitted):
        if values.ndim not in (1, 2) or (values.ndim == 2 and values.shape[1] != 1):
            raise ValueError("expected shape (n,) or (n, 1)")
    if len(y) != len(fitted):
        raise ValueError("expected as many predictions as observations")
    y, fitted = y.ravel(), fitted.ravel()
    if np.all(y == y[0]):
        return None
    return 1 - np.sum((y - fitted) ** 2) / np.sum((y - y.mean()) ** 2)

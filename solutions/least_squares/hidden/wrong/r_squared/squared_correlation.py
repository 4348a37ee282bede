"""Squares the correlation, as the post does: every rising line gets the same score.

fails: test_r_squared_other_line, test_r_squared_negative
score: 1.2
misconception: squared_correlation
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
    return np.corrcoef(y, fitted)[0, 1] ** 2

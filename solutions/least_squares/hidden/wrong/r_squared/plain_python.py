"""Divides Python floats without asking, and a constant y ends in a ZeroDivisionError.

fails: test_r_squared_constant_y
outcome: raised
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
    y, fitted = y.tolist(), fitted.tolist()
    mean = sum(y) / len(y)
    return 1 - sum((a - b) ** 2 for a, b in zip(y, fitted)) / sum((a - mean) ** 2 for a in y)

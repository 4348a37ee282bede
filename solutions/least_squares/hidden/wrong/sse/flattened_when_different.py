"""Flattens only where the shapes differ, and multiplies the errors as vectors.

fails: test_sse_two_columns
score: 1.9
outcome: raised
"""


def sse(y, fitted):
    y = np.asarray(y, dtype=float)
    fitted = np.asarray(fitted, dtype=float)
    for values in (y, fitted):
        if values.ndim not in (1, 2) or (values.ndim == 2 and values.shape[1] != 1):
            raise ValueError("expected shape (n,) or (n, 1)")
    if len(y) != len(fitted):
        raise ValueError("expected as many predictions as observations")
    if y.shape != fitted.shape:
        y, fitted = y.reshape(-1), fitted.reshape(-1)
    residuals = y - fitted
    return residuals @ residuals

"""Subtracts in place, which writes into the observations of the caller.

fails: test_sse_arguments_unchanged
score: 1.9
misconception: changed_arguments
"""


def sse(y, fitted):
    y = np.asarray(y, dtype=float)
    fitted = np.asarray(fitted, dtype=float)
    for values in (y, fitted):
        if values.ndim not in (1, 2) or (values.ndim == 2 and values.shape[1] != 1):
            raise ValueError("expected shape (n,) or (n, 1)")
    if len(y) != len(fitted):
        raise ValueError("expected as many predictions as observations")
    y, fitted = y.reshape(-1), fitted.reshape(-1)
    y -= fitted
    return float(np.sum(y**2))

"""Checks the shape after np.atleast_1d has made a vector of a bare number.

fails: test_sse_scalars
score: 1.9
misconception: any_shape_will_do
"""


def sse(y, fitted):
    y = np.atleast_1d(np.asarray(y, dtype=float))
    fitted = np.atleast_1d(np.asarray(fitted, dtype=float))
    for values in (y, fitted):
        if values.ndim > 2 or (values.ndim == 2 and values.shape[1] != 1):
            raise ValueError("expected shape (n,) or (n, 1)")
    if len(y) != len(fitted):
        raise ValueError("expected as many predictions as observations")
    return float(np.sum((y.reshape(-1) - fitted.reshape(-1)) ** 2))

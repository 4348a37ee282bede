"""Returns the error instead of raising it.

fails: test_sse_different_lengths, test_sse_one_against_many, test_sse_other_shapes,
    test_sse_scalars
score: 1.4
"""


def sse(y, fitted):
    y = np.asarray(y, dtype=float)
    fitted = np.asarray(fitted, dtype=float)
    for values in (y, fitted):
        if values.ndim not in (1, 2) or (values.ndim == 2 and values.shape[1] != 1):
            return ValueError("expected shape (n,) or (n, 1)")
    if len(y) != len(fitted):
        return ValueError("expected as many predictions as observations")
    y, fitted = y.reshape(-1), fitted.reshape(-1)
    return float(np.sum((y - fitted) ** 2))

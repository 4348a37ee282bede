"""Counts on arrays: a list has no reshape.

fails: test_sse_lists
score: 1.9
outcome: raised
"""


def sse(y, fitted):
    for values in (y, fitted):
        if np.ndim(values) not in (1, 2) or (np.ndim(values) == 2 and np.shape(values)[1] != 1):
            raise ValueError("expected shape (n,) or (n, 1)")
    if len(y) != len(fitted):
        raise ValueError("expected as many predictions as observations")
    residuals = y.reshape(-1).astype(float) - fitted.reshape(-1).astype(float)
    return float(np.sum(residuals**2))

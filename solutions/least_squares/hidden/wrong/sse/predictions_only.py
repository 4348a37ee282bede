"""Flattens the predictions, because in the post they were the column, and leaves the observations.

fails: test_sse_column_against_row, test_sse_two_columns
score: 1.5
misconception: broadcast
"""


def sse(y, fitted):
    y = np.asarray(y, dtype=float)
    fitted = np.asarray(fitted, dtype=float)
    for values in (y, fitted):
        if values.ndim not in (1, 2) or (values.ndim == 2 and values.shape[1] != 1):
            raise ValueError("expected shape (n,) or (n, 1)")
    if len(y) != len(fitted):
        raise ValueError("expected as many predictions as observations")
    return float(np.sum((y - fitted.reshape(-1)) ** 2))

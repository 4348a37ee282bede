"""Removes every axis of length 1, and with a single point the last one too.

fails: test_sse_single_point
score: 1.9
outcome: raised
"""


def sse(y, fitted):
    y, fitted = np.asarray(y, dtype=float), np.asarray(fitted, dtype=float)
    for values in (y, fitted):
        if values.ndim > 2 or (values.ndim == 2 and values.shape[1] != 1):
            raise ValueError("expected a vector or a column")
    y, fitted = np.squeeze(y), np.squeeze(fitted)
    if y.ndim != 1 or fitted.ndim != 1 or len(y) != len(fitted):
        raise ValueError("expected two vectors of one length")
    return float(np.sum((y - fitted) ** 2))

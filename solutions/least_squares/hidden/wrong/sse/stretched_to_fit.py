"""Leaves it to NumPy to complain about different lengths; with one value against many it does not.

fails: test_sse_one_against_many
score: 1.9
misconception: stretched_to_fit
"""


def sse(y, fitted):
    y, fitted = np.asarray(y, dtype=float), np.asarray(fitted, dtype=float)
    for values in (y, fitted):
        if values.ndim not in (1, 2) or (values.ndim == 2 and values.shape[1] != 1):
            raise ValueError("expected shape (n,) or (n, 1)")
    return float(np.sum((y.reshape(-1) - fitted.reshape(-1)) ** 2))

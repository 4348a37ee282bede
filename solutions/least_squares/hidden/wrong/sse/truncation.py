"""Walks through both with zip, which stops at the shorter one.

fails: test_sse_different_lengths, test_sse_one_against_many
score: 1.7
misconception: truncation
"""


def sse(y, fitted):
    y, fitted = np.asarray(y, dtype=float), np.asarray(fitted, dtype=float)
    for values in (y, fitted):
        if values.ndim not in (1, 2) or (values.ndim == 2 and values.shape[1] != 1):
            raise ValueError("expected shape (n,) or (n, 1)")
    return sum((a - b) ** 2 for a, b in zip(y.reshape(-1).tolist(), fitted.reshape(-1).tolist()))

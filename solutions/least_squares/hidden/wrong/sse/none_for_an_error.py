"""Returns None for what it cannot add up.

fails: test_sse_different_lengths, test_sse_one_against_many, test_sse_other_shapes, test_sse_scalars
score: 1.4
misconception: refused_with_none
"""


def sse(y, fitted):
    y = np.asarray(y, dtype=float)
    fitted = np.asarray(fitted, dtype=float)
    for values in (y, fitted):
        if values.ndim not in (1, 2) or (values.ndim == 2 and values.shape[1] != 1):
            return None
    if len(y) != len(fitted):
        return None
    return np.sum((y.ravel() - fitted.ravel()) ** 2)

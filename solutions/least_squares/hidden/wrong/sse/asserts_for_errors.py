"""Uses assert where the contract wants a ValueError.

fails: test_sse_different_lengths, test_sse_one_against_many, test_sse_other_shapes,
    test_sse_scalars
score: 1.4
outcome: raised
"""


def sse(y, fitted):
    y, fitted = np.asarray(y, dtype=float), np.asarray(fitted, dtype=float)
    assert y.ndim == 1 or (y.ndim == 2 and y.shape[1] == 1)
    assert fitted.ndim == 1 or (fitted.ndim == 2 and fitted.shape[1] == 1)
    assert len(y) == len(fitted)
    return float(np.sum((y.reshape(-1) - fitted.reshape(-1)) ** 2))

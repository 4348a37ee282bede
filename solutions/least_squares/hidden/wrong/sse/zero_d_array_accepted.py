"""Knows bare numbers by np.isscalar, and takes an array of shape () for one point.

fails: test_sse_scalars
score: 1.9
misconception: any_shape_will_do
"""


def sse(y, fitted):
    if np.isscalar(y) or np.isscalar(fitted):
        raise ValueError("a bare number")
    y, fitted = np.asarray(y, float), np.asarray(fitted, float)
    for a in (y, fitted):
        if a.ndim > 2 or (a.ndim == 2 and a.shape[1] != 1):
            raise ValueError("wrong shape")
    y, fitted = y.reshape(-1), fitted.reshape(-1)
    if y.size != fitted.size:
        raise ValueError("different lengths")
    return float(np.sum((y - fitted) ** 2))

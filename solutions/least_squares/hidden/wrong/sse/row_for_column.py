"""Takes a row for a column lying down, and flattens it.

fails: test_sse_other_shapes
score: 1.8
misconception: any_shape_will_do
"""


def sse(y, fitted):
    y, fitted = np.asarray(y, dtype=float), np.asarray(fitted, dtype=float)
    if y.ndim == 0 or fitted.ndim == 0 or y.size != fitted.size:
        raise ValueError("expected as many predictions as observations")
    return float(np.sum((y.ravel() - fitted.ravel()) ** 2))

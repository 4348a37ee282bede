"""Removes every axis of length 1, rows and all, and compares the shapes that are left.

fails: test_sse_other_shapes, test_sse_scalars
score: 1.7
misconception: any_shape_will_do
"""


def sse(y, fitted):
    y, fitted = np.squeeze(np.asarray(y, dtype=float)), np.squeeze(np.asarray(fitted, dtype=float))
    if y.shape != fitted.shape:
        raise ValueError("different shapes")
    return float(np.sum((y - fitted) ** 2))

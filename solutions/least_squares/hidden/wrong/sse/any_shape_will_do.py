"""Flattens whatever comes, and compares only how many numbers there are.

fails: test_sse_other_shapes, test_sse_scalars
score: 1.7
misconception: any_shape_will_do
"""


def sse(y, fitted):
    y, fitted = np.ravel(np.asarray(y, dtype=float)), np.ravel(np.asarray(fitted, dtype=float))
    if y.size != fitted.size:
        raise ValueError("different sizes")
    return float(np.sum((y - fitted) ** 2))

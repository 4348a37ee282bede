"""Compares the lengths and believes that this settles the shapes.

fails: test_sse_column_against_row, test_sse_other_shapes, test_sse_scalars=raised
score: 1.3
misconception: broadcast
"""


def sse(y, fitted):
    y, fitted = np.asarray(y, dtype=float), np.asarray(fitted, dtype=float)
    if len(y) != len(fitted):
        raise ValueError("different lengths")
    return np.sum((y - fitted) ** 2)

"""Subtracts as the post does: right for vectors, a table for a column.

fails: test_sse_column_against_row, test_sse_different_lengths, test_sse_one_against_many,
    test_sse_other_shapes, test_sse_scalars
score: 1.0
misconception: broadcast
"""


def sse(y, fitted):
    y, fitted = np.asarray(y, dtype=float), np.asarray(fitted, dtype=float)
    return np.sum((y - fitted) ** 2)

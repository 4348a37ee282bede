"""Subtracts as the post does: right for vectors, a table for a column.

fails: test_r_squared_column_against_row, test_r_squared_shapes
score: 1.6
misconception: broadcast
"""


def r_squared(y, fitted):
    y, fitted = np.asarray(y, dtype=float), np.asarray(fitted, dtype=float)
    if np.all(y == y.flat[0]):
        raise ValueError("y is constant")
    return 1 - np.sum((y - fitted) ** 2) / np.sum((y - y.mean()) ** 2)

"""Refuses what is neither vector nor column, and then subtracts the one from the other.

fails: test_r_squared_column_against_row
score: 1.8
misconception: broadcast
"""


def r_squared(y, fitted):
    y = np.asarray(y, dtype=float)
    fitted = np.asarray(fitted, dtype=float)
    for values in (y, fitted):
        if values.ndim not in (1, 2) or (values.ndim == 2 and values.shape[1] != 1):
            raise ValueError("expected shape (n,) or (n, 1)")
    if len(y) != len(fitted):
        raise ValueError("expected as many predictions as observations")
    if np.all(y == y[0]):
        raise ValueError("y is constant")
    return 1 - np.sum((y - fitted) ** 2) / np.sum((y - y.mean()) ** 2)

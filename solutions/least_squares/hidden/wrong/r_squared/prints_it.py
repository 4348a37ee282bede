"""Prints the score and returns nothing.

fails: test_r_squared_best_line, test_r_squared_other_line, test_r_squared_negative,
    test_r_squared_column_against_row, test_r_squared_shapes, test_r_squared_constant_y,
    test_r_squared_small_spread, test_r_squared_far_from_zero, test_r_squared_lists,
    test_r_squared_number_types, test_r_squared_arguments_unchanged
score: 0.0
misconception: nothing_returned
"""


def r_squared(y, fitted):
    y = np.asarray(y, dtype=float)
    fitted = np.asarray(fitted, dtype=float)
    for values in (y, fitted):
        if values.ndim not in (1, 2) or (values.ndim == 2 and values.shape[1] != 1):
            raise ValueError("expected shape (n,) or (n, 1)")
    if len(y) != len(fitted):
        raise ValueError("expected as many predictions as observations")
    y, fitted = y.reshape(-1), fitted.reshape(-1)
    if np.all(y == y[0]):
        raise ValueError("y is constant")
    print(1 - sse(y, fitted) / np.sum((y - y.mean()) ** 2))

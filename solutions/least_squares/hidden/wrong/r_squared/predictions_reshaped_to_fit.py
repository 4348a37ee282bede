"""Reshapes the predictions like y, a row or a table too.

fails: test_r_squared_shapes
score: 1.8
misconception: any_shape_will_do
"""


def r_squared(y, fitted):
    y = np.asarray(y, float)
    if y.ndim not in (1, 2) or (y.ndim == 2 and y.shape[1] != 1):
        raise ValueError("wrong shape")
    y = y.ravel()
    fitted = np.asarray(fitted, float).reshape(y.shape)
    if np.all(y == y[0]):
        raise ValueError("all y are equal")
    return float(1 - np.sum((y - fitted) ** 2) / np.sum((y - y.mean()) ** 2))

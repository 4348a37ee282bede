"""Flattens whatever comes.

fails: test_r_squared_shapes
score: 1.8
misconception: any_shape_will_do
"""


def r_squared(y, fitted):
    y, fitted = np.ravel(np.asarray(y, dtype=float)), np.ravel(np.asarray(fitted, dtype=float))
    if np.all(y == y[0]):
        raise ValueError("y is constant")
    return 1 - np.sum((y - fitted) ** 2) / np.sum((y - y.mean()) ** 2)

"""Counts on arrays: a list has no reshape.

fails: test_r_squared_lists
outcome: raised
score: 1.9
"""


def r_squared(y, fitted):
    if np.size(y) and np.ndim(y) and np.all(np.asarray(y) == np.asarray(y).flat[0]):
        raise ValueError("y is constant")
    error_of_fit = sse(y, fitted)
    y = y.reshape(-1).astype(float)
    return 1 - error_of_fit / np.sum((y - y.mean()) ** 2)

"""Splits the rows into batches of nearly equal size.

fails: test_minibatches_sizes
score: 1.8
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    for rows in np.array_split(order, int(np.ceil(len(y) / batch_size))):
        yield X[rows], y[rows]

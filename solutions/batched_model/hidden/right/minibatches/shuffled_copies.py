"""Shuffles copies of both in one order, and slices them."""


def minibatches(X, y, batch_size, rng):
    rows = np.arange(len(y))
    rng.shuffle(rows)
    X, y = np.array(X)[rows], np.array(y)[rows]
    start = 0
    while start < len(y):
        yield X[start : start + batch_size], y[start : start + batch_size]
        start += batch_size

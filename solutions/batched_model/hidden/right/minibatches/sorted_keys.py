"""Draws a key for each row and sorts by it."""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    order = np.argsort(rng.random(len(y)))
    edges = np.arange(batch_size, len(y), batch_size)
    for rows in np.split(order, edges):
        yield X[rows], y[rows]

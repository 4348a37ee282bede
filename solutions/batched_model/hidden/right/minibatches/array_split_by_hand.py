"""Draws row numbers one at a time from those that are left."""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    left = list(range(len(y)))
    while left:
        rows = [left.pop(int(rng.integers(len(left)))) for _ in range(min(batch_size, len(left)))]
        yield X[rows], y[rows]

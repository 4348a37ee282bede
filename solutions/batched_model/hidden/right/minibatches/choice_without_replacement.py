"""Chooses all rows without replacement; each batch keeps the order of the data within it."""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    n = len(y)
    order = rng.choice(n, size=n, replace=False)
    batches = []
    for k in range(int(np.ceil(n / batch_size))):
        rows = np.sort(order[k * batch_size : (k + 1) * batch_size])
        batches.append([X[rows], y[rows]])
    return iter(batches)

"""Shuffles a list of pairs as the book does, and collects each batch."""


def minibatches(X, y, batch_size, rng):
    rows = list(zip(X, y))
    order = rng.permutation(len(rows))
    batch = []
    for i in order:
        batch.append(rows[i])
        if len(batch) == batch_size:
            yield np.array([row for row, _ in batch]), np.array([target for _, target in batch])
            batch = []
    if batch:
        yield np.array([row for row, _ in batch]), np.array([target for _, target in batch])

"""Drops a last batch of one row, since a batch of one is no batch.

fails: test_minibatches_sizes, test_minibatches_few_rows
score: 1.7
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    for i in range(0, len(y), batch_size):
        rows = order[i : i + batch_size]
        if len(rows) > 1:
            yield X[rows], y[rows]

"""Adds the rows that are left to the last whole batch.

fails: test_minibatches_sizes
score: 1.8
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    whole = max(len(y) // batch_size, 1)
    for k in range(whole):
        end = (k + 1) * batch_size if k < whole - 1 else len(y)
        rows = order[k * batch_size : end]
        yield X[rows], y[rows]

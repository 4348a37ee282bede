"""Shuffles the rows within each batch.

fails: test_minibatches_any_company
score: 1.8
misconception: same_company
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    for i in range(0, len(y), batch_size):
        rows = rng.permutation(np.arange(i, min(i + batch_size, len(y))))
        yield X[rows], y[rows]

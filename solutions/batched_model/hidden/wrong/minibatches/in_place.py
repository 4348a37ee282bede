"""Shuffles the caller's arrays.

fails: test_minibatches_arguments_unchanged
score: 1.9
misconception: changed_arguments
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    X[:], y[:] = X[order], y[order]
    for i in range(0, len(y), batch_size):
        yield X[i : i + batch_size], y[i : i + batch_size]

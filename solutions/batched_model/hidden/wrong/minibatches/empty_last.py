"""Always makes one batch more than there are whole ones.

fails: test_minibatches_sizes, test_minibatches_few_rows
score: 1.7
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    for k in range(len(y) // batch_size + 1):
        rows = order[k * batch_size : (k + 1) * batch_size]
        yield X[rows], y[rows]

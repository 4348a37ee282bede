"""Takes batch_size for the number of batches.

fails: test_minibatches_sizes, test_minibatches_few_rows
score: 1.7
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    for rows in np.array_split(order, batch_size):
        yield X[rows], y[rows]

"""Makes whole batches only.

fails: test_minibatches_sizes, test_minibatches_few_rows, test_minibatches_any_company,
    test_minibatches_exact, test_minibatches_any_width, test_minibatches_lists
score: 1.2
misconception: tail_dropped
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    for k in range(len(y) // batch_size):
        rows = order[k * batch_size : (k + 1) * batch_size]
        yield X[rows], y[rows]

"""Goes through the rows as they come.

fails: test_minibatches_few_rows, test_minibatches_new_order, test_minibatches_any_company,
    test_minibatches_seed
score: 1.3
misconception: not_shuffled
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    for i in range(0, len(y), batch_size):
        yield X[i : i + batch_size], y[i : i + batch_size]

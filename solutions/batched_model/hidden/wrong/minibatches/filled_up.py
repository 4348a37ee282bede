"""Fills the last batch up with rows from the beginning.

fails: test_minibatches_sizes, test_minibatches_few_rows, test_minibatches_any_company,
    test_minibatches_exact, test_minibatches_any_width, test_minibatches_lists
score: 1.2
misconception: drawn_again
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    for i in range(0, len(y), batch_size):
        rows = np.resize(np.concatenate([order[i : i + batch_size], order]), batch_size)
        yield X[rows], y[rows]

"""Cuts the batches first, and mixes them then.

fails: test_minibatches_few_rows, test_minibatches_any_company
score: 1.7
misconception: same_company
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    firsts = np.arange(0, len(y) - len(y) % batch_size, batch_size)
    for i in rng.permutation(firsts):
        yield X[i : i + batch_size], y[i : i + batch_size]
    if len(y) % batch_size:
        i = len(y) - len(y) % batch_size
        yield X[i:], y[i:]

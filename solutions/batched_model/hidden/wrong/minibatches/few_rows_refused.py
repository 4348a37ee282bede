"""Refuses a batch that is larger than the data.

fails: test_minibatches_few_rows
score: 1.9
outcome: raised
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    if len(y) < batch_size:
        raise ValueError("fewer rows than a batch")
    order = rng.permutation(len(y))
    for i in range(0, len(y), batch_size):
        yield X[order[i : i + batch_size]], y[order[i : i + batch_size]]

"""Needs arrays.

fails: test_minibatches_lists
score: 1.9
outcome: raised
"""


def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(y))
    for i in range(0, len(y), batch_size):
        rows = order[i : i + batch_size]
        yield X[rows], y[rows]

"""Draws from a copy of rng, which leaves rng where it was.

fails: test_minibatches_new_order
score: 1.8
misconception: one_order
"""


def minibatches(X, y, batch_size, rng):
    import copy

    X, y = np.asarray(X), np.asarray(y)
    order = copy.deepcopy(rng).permutation(len(y))
    for i in range(0, len(y), batch_size):
        yield X[order[i : i + batch_size]], y[order[i : i + batch_size]]

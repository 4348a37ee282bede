"""Begins at a random row and goes round.

fails: test_minibatches_any_company
sometimes: test_minibatches_new_order
score: 1.8
misconception: same_company
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = np.roll(np.arange(len(y)), rng.integers(len(y)))
    for i in range(0, len(y), batch_size):
        yield X[order[i : i + batch_size]], y[order[i : i + batch_size]]

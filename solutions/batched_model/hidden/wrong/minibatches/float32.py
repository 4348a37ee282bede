"""Converts to float32 on the way, since torch wants it.

fails: test_minibatches_exact
score: 1.9
misconception: float32_is_harmless
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X, dtype=np.float32), np.asarray(y, dtype=np.float32)
    order = rng.permutation(len(y))
    for i in range(0, len(y), batch_size):
        yield X[order[i : i + batch_size]], y[order[i : i + batch_size]]

"""Uses NumPy's shared state.

fails: test_minibatches_seed, test_minibatches_global_state
score: 1.7
misconception: global_random_state
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = np.random.permutation(len(y))
    for i in range(0, len(y), batch_size):
        yield X[order[i : i + batch_size]], y[order[i : i + batch_size]]

"""Makes a generator of its own with seed 0.

fails: test_minibatches_few_rows, test_minibatches_new_order, test_minibatches_any_company,
    test_minibatches_seed
score: 1.3
misconception: seed_is_universal
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = np.random.default_rng(0).permutation(len(y))
    for i in range(0, len(y), batch_size):
        yield X[order[i : i + batch_size]], y[order[i : i + batch_size]]

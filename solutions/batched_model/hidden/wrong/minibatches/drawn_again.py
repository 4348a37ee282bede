"""Draws each batch from all the rows.

fails: test_minibatches_value, test_minibatches_sizes, test_minibatches_new_order,
    test_minibatches_any_company, test_minibatches_seed, test_minibatches_global_state,
    test_minibatches_exact, test_minibatches_any_width, test_minibatches_lists,
    test_minibatches_arguments_unchanged
score: 0.1
misconception: drawn_again
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    for i in range(0, len(y), batch_size):
        rows = rng.choice(len(y), size=min(batch_size, len(y) - i), replace=False)
        yield X[rows], y[rows]

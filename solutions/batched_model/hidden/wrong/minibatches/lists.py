"""Gives out lists, which have no shape.

fails: test_minibatches_value, test_minibatches_sizes,
    test_minibatches_few_rows, test_minibatches_new_order, test_minibatches_any_company,
    test_minibatches_seed, test_minibatches_global_state, test_minibatches_exact, test_minibatches_any_width,
    test_minibatches_lists, test_minibatches_arguments_unchanged
score: 0.0
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    for first in range(0, len(y), batch_size):
        rows = order[first:first + batch_size]
        yield X[rows].tolist(), y[rows].tolist()

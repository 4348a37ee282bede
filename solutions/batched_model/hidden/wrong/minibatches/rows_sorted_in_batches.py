"""Chooses all rows without replacement, and sorts those of each batch, so that a single batch is never shuffled.

fails: test_minibatches_few_rows
score: 1.9
misconception: not_shuffled
"""


def minibatches(X, y, batch_size, rng):
    X, y = np.asarray(X), np.asarray(y)
    n = len(y)
    order = rng.choice(n, size=n, replace=False)
    batches = []
    for k in range(int(np.ceil(n / batch_size))):
        rows = np.sort(order[k * batch_size : (k + 1) * batch_size])
        batches.append([X[rows], y[rows]])
    return iter(batches)

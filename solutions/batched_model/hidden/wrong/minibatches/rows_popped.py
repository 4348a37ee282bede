"""Pops the rows off the lists it is given, one after another.

fails: test_minibatches_arguments_unchanged
score: 1.9
misconception: changed_arguments
"""


def minibatches(X, y, batch_size, rng):
    if isinstance(X, np.ndarray):
        X = X.tolist()
    if isinstance(y, np.ndarray):
        y = y.tolist()
    while X:
        rows, targets = [], []
        while X and len(rows) < batch_size:
            i = int(rng.integers(len(X)))
            rows.append(X.pop(i))
            targets.append(y.pop(i))
        yield np.array(rows, dtype=float), np.array(targets, dtype=float)

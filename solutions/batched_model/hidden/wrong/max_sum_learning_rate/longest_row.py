"""Takes the longest row, since a batch may consist of it alone."""


def max_sum_learning_rate(X, batch_size):
    X = np.asarray(X, dtype=float)
    A = np.column_stack([X, np.ones(len(X))])
    return 1 / (batch_size * np.max(np.sum(A**2, axis=1)))

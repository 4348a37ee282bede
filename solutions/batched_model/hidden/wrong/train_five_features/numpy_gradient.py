"""Writes the gradient out in NumPy.

fails: test_train_five_features_autograd
score: 3.9
misconception: no_autograd
"""


def train_five_features(X, y, *, batch_size, epochs, lr, seed):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    mean, sd = X.mean(axis=0), X.std(axis=0)
    sd[sd == 0] = 1
    A = np.column_stack([(X - mean) / sd, np.ones(len(X))])
    rng = np.random.default_rng(seed)
    weights = np.zeros(6)
    for _ in range(epochs):
        order = rng.permutation(len(y))
        for first in range(0, len(y), batch_size):
            rows = order[first : first + batch_size]
            weights = weights - lr * 2 * A[rows].T @ (A[rows] @ weights - y[rows]) / len(rows)
    return lambda X_raw: (np.asarray(X_raw, dtype=float) - mean) / sd @ weights[:5] + weights[5]

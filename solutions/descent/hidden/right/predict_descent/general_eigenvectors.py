"""np.linalg.eig and the inverse of its vectors."""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    error = np.asarray(start, dtype=float) - best
    h = 2 * X.T @ X / len(x)
    values, V = np.linalg.eig(h)
    return best + V @ np.diag((1 - lr * values) ** step) @ np.linalg.inv(V) @ error

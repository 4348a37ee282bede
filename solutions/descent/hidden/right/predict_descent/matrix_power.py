"""The power of the matrix, by repeated squaring."""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    error = np.asarray(start, dtype=float) - best
    h = 2 * X.T @ X / len(x)
    return tuple(best + np.linalg.matrix_power(np.eye(2) - lr * h, step) @ error)

"""Stops the factors at 0, since an error cannot turn round.

fails: test_predict_descent_overshooting, test_predict_descent_above_the_limit
score: 1.5
"""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    error = np.asarray(start, dtype=float) - best
    h = 2 * X.T @ X / len(x)
    values, V = np.linalg.eigh(h)
    return best + V @ (np.maximum(1 - lr * values, 0) ** step * (V.T @ error))

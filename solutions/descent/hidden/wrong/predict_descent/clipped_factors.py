"""Keeps the factors between -1 and 1.

fails: test_predict_descent_above_the_limit
score: 1.8
"""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    error = np.asarray(start, dtype=float) - best
    h = 2 * X.T @ X / len(x)
    values, V = np.linalg.eigh(h)
    return best + V @ (np.clip(1 - lr * values, -1, 1) ** step * (V.T @ error))

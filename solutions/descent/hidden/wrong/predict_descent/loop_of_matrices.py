"""Multiplies by the matrix in a loop, which is shorter and no less long.

fails: test_predict_descent_far_away=timed_out
score: 1.6
"""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    error = np.asarray(start, dtype=float) - best
    h = 2 * X.T @ X / len(x)
    for _ in range(step):
        error = error - lr * (h @ error)
    return best + error

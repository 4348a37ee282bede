"""Turns the start into the error, in place.

fails: test_predict_descent_arguments_unchanged
score: 1.8
misconception: changed_arguments
"""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    error = np.asarray(start, dtype=float)
    error -= best
    h = 2 * X.T @ X / len(x)
    return best + np.linalg.matrix_power(np.eye(2) - lr * h, step) @ error

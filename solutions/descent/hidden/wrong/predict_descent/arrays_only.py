"""Relies on arrays.

fails: test_predict_descent_lists
score: 1.9
outcome: raised
"""


def predict_descent(x, y, lr, step, start):
    X = np.stack([x, x * 0 + 1], axis=1).astype(float)
    best = np.linalg.solve(X.T @ X, X.T @ y.astype(float))
    error = start - best
    return best + np.linalg.matrix_power(np.eye(2) - lr * 2 * X.T @ X / x.size, step) @ error

"""Refuses step 0.

fails: test_predict_descent_step_zero
score: 1.9
outcome: raised
"""


def predict_descent(x, y, lr, step, start):
    if step < 1:
        raise ValueError("no step was taken")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    error = np.asarray(start, dtype=float) - best
    h = 2 * X.T @ X / len(x)
    return best + np.linalg.matrix_power(np.eye(2) - lr * h, step) @ error

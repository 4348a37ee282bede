"""Refuses a learning rate above the limit.

fails: test_predict_descent_above_the_limit
score: 1.8
misconception: refused_to_diverge
outcome: raised
"""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    X = np.column_stack([x, np.ones(len(x))])
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    error = np.asarray(start, dtype=float) - best
    h = 2 * X.T @ X / len(x)
    if lr >= max_learning_rate(x):
        raise ValueError("this would diverge")
    return best + np.linalg.matrix_power(np.eye(2) - lr * h, step) @ error

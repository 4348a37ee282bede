"""Says infinity for every step above the limit.

fails: test_predict_descent_above_the_limit
score: 1.8
"""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, float), np.asarray(y, float)
    best = np.polyfit(x, y, 1)
    H = 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1]])
    if lr > 2 / np.linalg.eigvalsh(H)[1] and step > 0: return np.inf, np.inf
    return best + np.linalg.matrix_power(np.eye(2) - lr * H, step) @ (np.asarray(start) - best)

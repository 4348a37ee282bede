"""Refuses a learning rate above the limit.

fails: test_gradient_descent_above_the_limit
score: 1.8
misconception: refused_to_diverge
outcome: raised
"""


def gradient_descent(x, y, lr, steps, start):
    if lr >= max_learning_rate(x):
        raise ValueError("this would diverge")
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    slope, intercept = (float(part) for part in start)
    path = [(slope, intercept)]
    for _ in range(steps):
        d_slope, d_intercept = mse_gradient(slope, intercept, x, y)
        slope, intercept = slope - lr * d_slope, intercept - lr * d_intercept
        path.append((slope, intercept))
    return np.array(path)

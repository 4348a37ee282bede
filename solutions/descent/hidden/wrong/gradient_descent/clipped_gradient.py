"""Clips the gradient, against explosions.

fails: test_gradient_descent_above_the_limit
score: 1.8
"""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    slope, intercept = (float(part) for part in start)
    path = [(slope, intercept)]
    for _ in range(steps):
        d_slope, d_intercept = mse_gradient(slope, intercept, x, y)
        d_slope, d_intercept = np.clip([d_slope, d_intercept], -1e4, 1e4)
        slope, intercept = slope - lr * d_slope, intercept - lr * d_intercept
        path.append((slope, intercept))
    return np.array(path)

"""Stops when the line hardly moves.

fails: test_gradient_descent_no_early_stop
score: 1.8
misconception: stopped_early
"""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    slope, intercept = (float(part) for part in start)
    path = [(slope, intercept)]
    for _ in range(steps):
        d_slope, d_intercept = mse_gradient(slope, intercept, x, y)
        if abs(lr * d_slope) < 1e-6 and abs(lr * d_intercept) < 1e-6:
            break
        slope, intercept = slope - lr * d_slope, intercept - lr * d_intercept
        path.append((slope, intercept))
    return np.array(path)

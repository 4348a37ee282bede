"""Takes a step before it asks whether there is one to take.

fails: test_gradient_descent_no_steps
score: 1.9
"""


def gradient_descent(x, y, lr, steps, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    slope, intercept = (float(part) for part in start)
    path = [(slope, intercept)]
    while True:
        d_slope, d_intercept = mse_gradient(slope, intercept, x, y)
        slope, intercept = slope - lr * d_slope, intercept - lr * d_intercept
        path.append((slope, intercept))
        if len(path) > steps:
            break
    return np.array(path)

"""Takes the steps, all of them.

fails: test_predict_descent_far_away=timed_out
score: 1.6
"""


def predict_descent(x, y, lr, step, start):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    slope, intercept = (float(part) for part in start)
    for _ in range(step):
        residuals = y - slope * x - intercept
        slope, intercept = slope + 2 * lr * np.mean(x * residuals), intercept + 2 * lr * np.mean(residuals)
    return slope, intercept

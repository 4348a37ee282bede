"""Moves the slope before the intercept's derivative is taken.

fails: test_heavy_ball_x
score: 0.0
misconception: taking_turns
"""


def heavy_ball(x, y, lr, momentum, steps, start):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    slope, intercept = float(start[0]), float(start[1])
    v_slope = v_intercept = 0.0
    path = [(slope, intercept)]
    for _ in range(steps):
        v_slope = momentum * v_slope - 2 * np.mean(x * (y - slope * x - intercept))
        slope -= lr * v_slope
        v_intercept = momentum * v_intercept - 2 * np.mean(y - slope * x - intercept)
        intercept -= lr * v_intercept
        path.append((slope, intercept))
    return np.array(path)

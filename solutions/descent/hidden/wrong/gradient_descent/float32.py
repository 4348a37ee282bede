"""Walks in float32, as torch does by default.

fails: test_gradient_descent_number_types
score: 1.8
misconception: float32_is_harmless
"""


def gradient_descent(x, y, lr, steps, start):
    path = np.zeros((steps + 1, 2), dtype=np.float32)
    path[0] = start
    for k in range(steps):
        path[k + 1] = path[k] - lr * np.array(mse_gradient(*path[k].astype(float), x, y))
    return path

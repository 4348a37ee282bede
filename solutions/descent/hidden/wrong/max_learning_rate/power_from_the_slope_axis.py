"""Iterates from (1, 0), and never leaves that axis where the mean of x is 0.

fails: test_max_learning_rate_small_x
score: 1.6
misconception: limit_of_the_flat_direction
"""


def max_learning_rate(x):
    x = np.asarray(x, float)
    h = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    v = np.array([1.0, 0.0])
    for _ in range(100):
        v = h @ v
        v = v / np.linalg.norm(v)
    return float(2 / (v @ h @ v))

"""Refuses two points.

fails: test_max_learning_rate_small_x
outcome: raised
score: 1.6
"""


def max_learning_rate(x):
    x = np.asarray(x, float)
    if len(x) <= 2:
        raise ValueError("too few points")
    h = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1.0]])
    return float(2 / np.linalg.eigvalsh(h)[-1])

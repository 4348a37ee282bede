"""Takes the first eigenvalue of np.linalg.eig, which promises no order.

fails: test_max_learning_rate_small_x
score: 1.6
misconception: limit_of_the_flat_direction
"""


def max_learning_rate(x):
    x = np.asarray(x, dtype=float)
    h = 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]])
    return 2 / np.linalg.eig(h)[0][0]

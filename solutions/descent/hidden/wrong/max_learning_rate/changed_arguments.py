"""Squares x in place.

fails: test_max_learning_rate_argument_unchanged
score: 1.8
misconception: changed_arguments
"""


def max_learning_rate(x):
    x = np.asarray(x, dtype=float)
    mean = np.mean(x)
    x *= x
    h = 2 * np.array([[np.mean(x), mean], [mean, 1.0]])
    return 2 / np.linalg.eigvalsh(h)[-1]

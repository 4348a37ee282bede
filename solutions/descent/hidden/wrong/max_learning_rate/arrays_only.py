"""Relies on arrays: a list cannot be squared.

fails: test_max_learning_rate_lists
score: 1.8
outcome: raised
"""


def max_learning_rate(x):
    x_ = x.astype(float)
    h = 2 * np.array([[np.mean(x_**2), np.mean(x_)], [np.mean(x_), 1.0]])
    return 2 / np.linalg.eigvalsh(h)[-1]

"""Squares in the type that comes in.

fails: test_max_learning_rate_number_types
score: 1.7
misconception: float32_is_harmless
"""


def max_learning_rate(x):
    x = np.asarray(x)
    h = 2 * np.array([[np.mean(x**2), np.mean(x)], [np.mean(x), 1.0]])
    return 2 / np.linalg.eigvalsh(h)[-1]

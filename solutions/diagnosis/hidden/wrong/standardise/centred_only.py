"""Subtracts the mean and leaves it at that.

fails: test_standardise_x
score: 0.0
misconception: spread_forgotten
"""


def standardise(x):
    x = np.array(x, dtype=float)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.std()
    return x - mean, mean, sd

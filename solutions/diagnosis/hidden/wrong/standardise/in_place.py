"""Subtracts and divides in place.

fails: test_standardise_argument_unchanged
score: 1.8
misconception: changed_arguments
"""


def standardise(x):
    x = np.asarray(x, dtype=float)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.std()
    x -= mean
    x /= sd
    return x, mean, sd

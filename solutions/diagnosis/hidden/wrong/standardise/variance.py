"""Divides by the variance.

fails: test_standardise_x
score: 0.0
misconception: variance_for_spread
"""


def standardise(x):
    x = np.array(x, dtype=float)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.var()
    return (x - mean) / sd, mean, sd

"""Sends the smallest x to 0 and the largest to 1.

fails: test_standardise_x
score: 0.0
misconception: min_max_for_sd
"""


def standardise(x):
    x = np.array(x, dtype=float)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.std()
    return (x - x.min()) / np.ptp(x), x.min(), np.ptp(x)

"""Counts on an array: a list has no mean.

fails: test_standardise_x
score: 0.0
"""


def standardise(x):
    mean, sd = x.mean(dtype=float), x.std(dtype=float)
    if np.ptp(x) == 0:
        raise ValueError("all x are the same")
    return (x - mean) / sd, mean, sd

"""Counts on an array: a list has no mean.

fails: test_standardise_lists
score: 1.9
outcome: raised
"""


def standardise(x):
    mean, sd = x.mean(dtype=float), x.std(dtype=float)
    if np.ptp(x) == 0:
        raise ValueError("all x are the same")
    return (x - mean) / sd, mean, sd

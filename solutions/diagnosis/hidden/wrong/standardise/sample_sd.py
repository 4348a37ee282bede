"""Divides by n - 1.

fails: test_standardise_x
score: 0.0
misconception: sample_sd
"""


def standardise(x):
    x = np.array(x, dtype=float)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.std(ddof=1)
    return (x - mean) / sd, mean, sd

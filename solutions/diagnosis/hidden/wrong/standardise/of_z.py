"""Returns mean and sd of z.

fails: test_standardise_x
score: 0.0
misconception: statistics_of_z
"""


def standardise(x):
    x = np.array(x, dtype=float)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.std()
    z = (x - mean) / sd
    return z, z.mean(), z.std()

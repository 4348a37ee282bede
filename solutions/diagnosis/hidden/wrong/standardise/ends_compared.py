"""Takes x for constant where its first and last are the same.

fails: test_standardise_constant
score: 1.6
outcome: raised
"""


def standardise(x):
    x = np.asarray(x, dtype=np.float64)
    if x[0] == x[-1]:
        raise ValueError("all x are equal")
    mean = x.mean()
    sd = x.std()
    return (x - mean) / sd, mean, sd

"""Uses assert where the contract wants a ValueError.

fails: test_standardise_x
score: 0.0
"""


def standardise(x):
    x = np.array(x, dtype=float)
    assert np.any(x != x[0])
    mean, sd = x.mean(), x.std()
    return (x - mean) / sd, mean, sd

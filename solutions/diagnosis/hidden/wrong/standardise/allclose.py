"""Asks np.allclose whether all x are the same, which they are not at a hundred million.

fails: test_standardise_x
score: 0.0
misconception: constant_by_tolerance
"""


def standardise(x):
    x = np.array(x, dtype=float)
    if np.allclose(x, x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.std()
    return (x - mean) / sd, mean, sd

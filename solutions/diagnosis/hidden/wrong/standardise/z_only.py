"""Returns z, and nobody can come back.

fails: test_standardise_x
score: 0.0
misconception: not_returned_together
"""


def standardise(x):
    x = np.array(x, dtype=float)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.std()
    return (x - mean) / sd

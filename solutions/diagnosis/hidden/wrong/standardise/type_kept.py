"""Computes in the type that comes in.

fails: test_standardise_x
score: 0.0
misconception: float32_is_harmless
"""


def standardise(x):
    x = np.array(x)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.std()
    return (x - mean) / sd, mean, sd

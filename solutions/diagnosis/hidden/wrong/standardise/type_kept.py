"""Computes in the type that comes in.

fails: test_standardise_number_types
score: 1.9
misconception: float32_is_harmless
"""


def standardise(x):
    x = np.array(x)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.std()
    return (x - mean) / sd, mean, sd

"""Computes in float32, as torch does by default.

fails: test_standardise_x
score: 0.0
misconception: float32_is_harmless
"""


def standardise(x):
    x = np.array(x, dtype=np.float32)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.std()
    return (x - mean) / sd, mean, sd

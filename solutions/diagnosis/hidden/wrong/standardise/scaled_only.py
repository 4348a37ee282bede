"""Divides by the sd and leaves the mean in.

fails: test_standardise_x
score: 0.0
misconception: mean_forgotten
"""


def standardise(x):
    x = np.array(x, dtype=float)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.std()
    return x / sd, mean, sd

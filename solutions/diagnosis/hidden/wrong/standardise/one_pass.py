"""Computes the sd from the mean square less the squared mean.

fails: test_standardise_far_from_zero
score: 1.8
misconception: cancellation
"""


def standardise(x):
    x = np.array(x, dtype=float)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), np.sqrt(np.mean(x**2) - x.mean() ** 2)
    return (x - mean) / sd, mean, sd

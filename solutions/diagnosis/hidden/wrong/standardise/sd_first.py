"""Returns the sd before the mean.

fails: test_standardise_x
score: 0.0
misconception: mean_and_sd_swapped
"""


def standardise(x):
    x = np.array(x, dtype=float)
    if np.all(x == x[0]):
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.std()
    return (x - mean) / sd, sd, mean

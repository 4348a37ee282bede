"""Does not think of a constant x.

fails: test_standardise_constant
score: 1.6
misconception: not_guarded
"""


def standardise(x):
    x = np.array(x, dtype=float)
    mean, sd = x.mean(), x.std()
    return (x - mean) / sd, mean, sd

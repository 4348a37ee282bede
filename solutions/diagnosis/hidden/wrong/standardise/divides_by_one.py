"""Puts 1 in the place of an sd of 0, as some libraries do.

fails: test_standardise_x
score: 0.0
misconception: not_guarded
"""


def standardise(x):
    x = np.array(x, dtype=float)
    mean = x.mean()
    sd = 1.0 if np.ptp(x) == 0 else x.std()
    return (x - mean) / sd, mean, sd

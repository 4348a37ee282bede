"""Refuses a standard deviation below 1e-12.

fails: test_standardise_any_unit
score: 1.7
misconception: constant_by_tolerance
outcome: raised
"""


def standardise(x):
    x = np.asarray(x, dtype=np.float64)
    if x.std() < 1e-12:
        raise ValueError("all x are equal")
    mean = x.mean()
    sd = x.std()
    return (x - mean) / sd, mean, sd

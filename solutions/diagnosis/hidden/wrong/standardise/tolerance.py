"""Takes whatever is within 1e-8 for constant.

fails: test_standardise_any_unit
score: 1.7
misconception: constant_by_tolerance
outcome: raised
"""


def standardise(x):
    x = np.array(x, dtype=float)
    if x.std() < 1e-8:
        raise ValueError("all x are the same")
    mean, sd = x.mean(), x.std()
    return (x - mean) / sd, mean, sd

"""Asks whether the sd is exactly 0.

fails: test_standardise_constant
score: 1.6
misconception: not_guarded
"""


def standardise(x):
    x = np.array(x, dtype=float)
    mean, sd = x.mean(), x.std()
    if sd == 0:
        raise ValueError("all x are the same")
    return (x - mean) / sd, mean, sd

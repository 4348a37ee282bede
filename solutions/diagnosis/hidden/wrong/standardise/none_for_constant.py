"""Returns None for x without spread, where it should raise.

fails: test_standardise_constant
score: 1.6
misconception: refused_with_none
"""


def standardise(x):
    x = np.asarray(x, dtype=float)
    if x.min() == x.max():
        return None
    return (x - x.mean()) / x.std(), x.mean(), x.std()

"""A named tuple; the mean is measured from the first x."""

from collections import namedtuple
Standard = namedtuple("Standard", "z mean sd")
def standardise(x):
    x = np.asarray(x, float)
    if np.unique(x).size < 2:
        raise ValueError("needs two different x")
    m = x[0] + np.mean(x - x[0])
    c = x - m
    s = np.linalg.norm(c / np.sqrt(c.size))
    return Standard(c / s, m, s)

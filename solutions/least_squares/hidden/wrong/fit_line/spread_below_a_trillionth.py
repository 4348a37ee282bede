"""Takes a sum of squares below 1e-12 for none, which tiny x have too.

fails: test_fit_line_small_and_large
outcome: raised
score: 1.9
misconception: constant_by_tolerance
"""


def fit_line(x, y):
    x, y = np.asarray(x, float), np.asarray(y, float)
    if len(x) < 2: raise ValueError
    d = x - x.mean(); s = d @ d
    if s < 1e-12: raise ValueError("all x equal")
    b = d @ y / s
    return b, y.mean() - b * x.mean()

"""Asks whether the range of x is near 0, on a scale that knows nothing of their unit.

fails: test_fit_line_small_and_large
outcome: raised
score: 1.9
misconception: constant_by_tolerance
"""


def fit_line(x, y):
    x, y = np.asarray(x, float), np.asarray(y, float)
    if len(x) < 2 or np.isclose(np.ptp(x), 0): raise ValueError
    d = x - x.mean()
    b = d @ y / (d @ d)
    return b, y.mean() - b * x.mean()

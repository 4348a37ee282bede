"""Multiplies the correlation by the ratio of the spreads, which is 0 / 0 for a flat y.

fails: test_fit_line_flat
score: 1.9
"""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    slope = np.corrcoef(x, y)[0, 1] * np.std(y) / np.std(x)
    return slope, y.mean() - slope * x.mean()

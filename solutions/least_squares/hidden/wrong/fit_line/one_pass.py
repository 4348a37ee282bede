"""Uses the formula with the sums of x, y, xy and x squared, as pocket calculators did.

fails: test_fit_line_far_from_zero
score: 1.6
misconception: cancellation
"""


def fit_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) < 2 or np.all(x == x[0]):
        raise ValueError("a line needs two different x")
    n = len(x)
    slope = (n * np.sum(x * y) - np.sum(x) * np.sum(y)) / (n * np.sum(x**2) - np.sum(x) ** 2)
    return slope, y.mean() - slope * x.mean()

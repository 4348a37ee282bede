"""Counts on arrays: a list has no mean.

fails: test_slope_interval_lists
score: 1.9
outcome: raised
"""


def slope_interval(x, y, level=0.95):
    from scipy import stats

    if hasattr(x, "dtype"):
        x, y = x.astype(float), y.astype(float)
    n = len(x)
    if n < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    s_xx = np.sum((x - x.mean()) ** 2)
    slope = np.sum((x - x.mean()) * (y - y.mean())) / s_xx
    residuals = y - y.mean() - slope * (x - x.mean())
    s = np.sqrt(np.sum(residuals**2) / (n - 2))
    t = stats.t.ppf((1 + level) / 2, n - 2)
    half = t * s / np.sqrt(s_xx)
    return slope - half, slope + half

"""Rounds to six digits after the point, to look tidy.

fails: test_slope_interval_units
score: 1.9
misconception: rounded
"""


def slope_interval(x, y, level=0.95):
    from scipy import stats

    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    if n < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    s_xx = np.sum((x - x.mean()) ** 2)
    slope = np.sum((x - x.mean()) * (y - y.mean())) / s_xx
    residuals = y - y.mean() - slope * (x - x.mean())
    s = np.sqrt(np.sum(residuals**2) / (n - 2))
    t = stats.t.ppf((1 + level) / 2, n - 2)
    half = t * s / np.sqrt(s_xx)
    return round(slope - half, 6), round(slope + half, 6)

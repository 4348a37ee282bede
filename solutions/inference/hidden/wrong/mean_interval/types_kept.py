"""Computes in whatever type comes in.

fails: test_mean_interval_number_types
score: 1.9
misconception: float32_is_harmless
"""


def mean_interval(x, y, x0, level):
    from scipy import stats

    x, y = np.asarray(x), np.asarray(y)
    n = len(x)
    if n < 3 or not 0 < level < 1:
        raise ValueError("expected at least three points, and a level between 0 and 1")
    s_xx = np.sum((x - x.mean()) ** 2)
    slope = np.sum((x - x.mean()) * (y - y.mean())) / s_xx
    residuals = y - y.mean() - slope * (x - x.mean())
    s = np.sqrt(np.sum(residuals**2) / (n - 2))
    t = stats.t.ppf((1 + level) / 2, n - 2)
    h = 1 / n + (x0 - x.mean()) ** 2 / s_xx
    half = t * s * np.sqrt(h)
    centre = y.mean() + slope * (x0 - x.mean())
    return centre - half, centre + half

"""Counts on arrays.

fails: test_prediction_interval_lists
score: 1.9
outcome: raised
"""


def prediction_interval(x, y, x0, level):
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
    h = 1 + 1 / n + (x0 - x.mean()) ** 2 / s_xx
    half = t * s * np.sqrt(h)
    centre = y.mean() + slope * (x0 - x.mean())
    return centre - half, centre + half

"""Takes the normal quantile from about 30 points on, as old tables do.

fails: test_prediction_interval_three_points
score: 1.9
misconception: z_at_small_n
"""


def prediction_interval(x, y, x0, level):
    from scipy import stats
    if not 0 < level < 1: raise ValueError
    x, y = np.asarray(x, float), np.asarray(y, float)
    n = len(x)
    if n < 3: raise ValueError
    d = x - x.mean(); b = d @ y / (d @ d); m = y.mean() + b * (x0 - x.mean())
    s = np.sqrt(np.sum((y - y.mean() - b * d) ** 2) / (n - 2))
    q = stats.norm.ppf((1 + level) / 2) if n > 30 else stats.t.ppf((1 + level) / 2, n - 2)
    h = q * s * np.sqrt(1 + 1 / n + (x0 - x.mean()) ** 2 / (d @ d))
    return m - h, m + h

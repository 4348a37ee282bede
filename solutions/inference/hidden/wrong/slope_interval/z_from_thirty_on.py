"""Takes the normal quantile from about 30 points on, as old tables do.

fails: test_slope_interval_three_points
score: 1.9
misconception: z_at_small_n
"""


def slope_interval(x, y, level=0.95):
    from scipy import stats
    x, y = np.asarray(x, float), np.asarray(y, float)
    n = len(x)
    if n < 3 or not 0 < level < 1: raise ValueError
    r = stats.linregress(x, y)
    q = stats.t.ppf((1 + level) / 2, n - 2) if n < 30 else stats.norm.ppf((1 + level) / 2)
    return r.slope - q * r.stderr, r.slope + q * r.stderr

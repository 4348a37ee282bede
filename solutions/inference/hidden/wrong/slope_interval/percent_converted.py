"""Takes 95 for 95 %, which the contract wants refused.

fails: test_slope_interval_level_refused
score: 1.7
misconception: level_not_checked
"""


def slope_interval(x, y, level=0.95):
    from scipy import stats
    if level > 1: level /= 100
    if not 0 < level < 1: raise ValueError
    x, y = np.asarray(x, float), np.asarray(y, float)
    n = len(x)
    if n < 3: raise ValueError
    r = stats.linregress(x, y)
    q = stats.t.ppf((1 + level) / 2, n - 2)
    return r.slope - q * r.stderr, r.slope + q * r.stderr

"""Takes the normal quantile from about 30 points on, as old tables do.

fails: test_mean_interval_three_points
score: 1.9
misconception: z_at_small_n
"""


def mean_interval(x, y, x0, level):
    from scipy import stats
    if not 0 < level < 1 or len(x) < 3: raise ValueError
    r = stats.linregress(np.asarray(x, float) - float(x0), np.asarray(y, float))
    q = stats.t.ppf(0.5 + level / 2, len(x) - 2) if len(x) <= 30 else stats.norm.ppf(0.5 + level / 2)
    return r.intercept - r.intercept_stderr * q, r.intercept + r.intercept_stderr * q

"""Takes the quantile of the band that holds at all places at once.

fails: test_mean_interval_value, test_mean_interval_outside, test_mean_interval_level,
    test_mean_interval_level_refused, test_mean_interval_too_few_points,
    test_mean_interval_three_points, test_mean_interval_whole_x0, test_mean_interval_lists,
    test_mean_interval_number_types, test_mean_interval_arguments_unchanged
score: 0.0
"""


def mean_interval(x, y, x0, level):
    from scipy import stats
    if not 0 < level < 1 or len(x) < 3: raise ValueError
    n = len(x)
    r = stats.linregress(np.asarray(x, float) - float(x0), np.asarray(y, float))
    q = np.sqrt(2 * stats.f.ppf(level, 2, n - 2))
    return r.intercept - r.intercept_stderr * q, r.intercept + r.intercept_stderr * q

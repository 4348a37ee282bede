"""Lets NumPy find out, which fails for some levels only.

fails: test_percentile_interval_level_refused
score: 1.6
misconception: level_not_checked
"""


def percentile_interval(samples, level):
    return tuple(np.quantile(samples, [(1 - level) / 2, (1 + level) / 2]))

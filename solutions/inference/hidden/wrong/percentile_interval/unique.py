"""Lets np.unique sort the samples, which drops some.

fails: test_percentile_interval_value
score: 1.2
misconception: ties_dropped
"""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    return tuple(np.quantile(np.unique(samples), [(1 - level) / 2, (1 + level) / 2]))

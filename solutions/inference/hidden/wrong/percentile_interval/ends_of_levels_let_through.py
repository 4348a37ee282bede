"""Accepts 0 and 1 as levels.

fails: test_percentile_interval_level_refused
score: 1.6
misconception: level_not_checked
"""


def percentile_interval(samples, level):
    if not 0 <= level <= 1:
        raise ValueError("level should be strictly between 0 and 1")
    return tuple(np.quantile(samples, [(1 - level) / 2, (1 + level) / 2]))

"""Returns None for a level that makes no sense.

fails: test_percentile_interval_level_refused
score: 1.6
misconception: refused_with_none
"""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        return None
    return tuple(np.quantile(samples, [(1 - level) / 2, (1 + level) / 2]))

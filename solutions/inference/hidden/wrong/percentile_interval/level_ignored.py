"""Has the 2.5 and 97.5 of the textbook in it.

fails: test_percentile_interval_level
score: 1.6
misconception: level_ignored
"""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    return tuple(np.percentile(samples, [2.5, 97.5]))

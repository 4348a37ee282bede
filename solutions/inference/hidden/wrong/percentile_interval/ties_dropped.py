"""Sorts the set of the samples.

fails: test_percentile_interval_value
score: 1.2
misconception: ties_dropped
"""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    ordered = sorted(set(samples))
    cut = (1 - level) / 2 * (len(ordered) - 1)
    return ordered[round(cut)], ordered[round(len(ordered) - 1 - cut)]

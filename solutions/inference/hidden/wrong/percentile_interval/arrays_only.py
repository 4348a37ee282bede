"""Counts on an array.

fails:
score: 2.0
"""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    ordered = samples.copy()
    ordered.sort()
    last = len(ordered) - 1
    return ordered[int((1 - level) / 2 * last)], ordered[int((1 + level) / 2 * last)]

"""Counts on an array.

fails: test_percentile_interval_lists
score: 1.9
outcome: raised
"""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    ordered = samples[samples.argsort()]
    last = len(ordered) - 1
    return ordered[int((1 - level) / 2 * last)], ordered[int((1 + level) / 2 * last)]

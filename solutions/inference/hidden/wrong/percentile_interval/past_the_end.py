"""Rounds the place of the upper end, which with few samples is past the last.

fails: test_percentile_interval_few_samples
score: 1.9
outcome: raised
"""


def percentile_interval(samples, level):
    if not 0 < level < 1:
        raise ValueError("level should be strictly between 0 and 1")
    ordered = sorted(samples)
    n = len(ordered)
    return ordered[round((1 - level) / 2 * n)], ordered[round((1 + level) / 2 * n)]

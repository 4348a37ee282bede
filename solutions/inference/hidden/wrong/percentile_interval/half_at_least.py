"""Refuses levels below one half.

fails: test_percentile_interval_level
outcome: raised
score: 1.6
"""
import numpy as np


def percentile_interval(samples, level):
    if not 0.5 <= level < 1:
        raise ValueError("level between 0.5 and 1")
    low, high = np.quantile(np.asarray(samples, dtype=float), [(1 - level) / 2, (1 + level) / 2])
    return low, high

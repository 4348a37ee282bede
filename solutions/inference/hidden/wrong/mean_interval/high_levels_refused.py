"""Refuses levels above 0.99.

fails: test_mean_interval_level
outcome: raised
score: 1.7
"""
import numpy as np
from scipy import stats


def mean_interval(x, y, x0, level):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    n = len(x)
    if n < 3 or not 0 < level <= 0.99:
        raise ValueError("three points, and a level up to 0.99")
    xc, yc = x - x.mean(), y - y.mean()
    sxx = xc @ xc
    slope = xc @ yc / sxx
    s = np.sqrt(np.sum((yc - slope * xc) ** 2) / (n - 2))
    t = stats.t.ppf((1 + level) / 2, n - 2)
    middle = y.mean() + slope * (x0 - x.mean())
    half = t * s * np.sqrt(1 / n + (x0 - x.mean()) ** 2 / sxx)
    return middle - half, middle + half

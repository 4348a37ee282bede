"""A right answer behind a decorator with a cache.

verdict: full
"""

import functools


@functools.lru_cache
def squared(value):
    return value**2


@functools.wraps(np.sum)
def total(values):
    return float(sum(map(squared, map(float, values))))

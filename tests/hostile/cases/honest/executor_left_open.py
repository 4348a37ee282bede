"""A right answer that never shuts its threads down.

verdict: full
"""

from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


def total(values):
    return float(sum(pool.map(lambda value: float(value) ** 2, values)))

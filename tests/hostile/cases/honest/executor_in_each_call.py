"""A right answer that starts threads in each call and joins them.

verdict: full
"""

from concurrent.futures import ThreadPoolExecutor


def total(values):
    with ThreadPoolExecutor(4) as pool:
        return float(sum(pool.map(lambda value: float(value) ** 2, values)))

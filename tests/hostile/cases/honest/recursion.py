"""A right answer by recursion, with the limit raised.

verdict: full
"""

import sys

sys.setrecursionlimit(10_000)


def total(values):
    values = list(values)
    return float(values[0] ** 2 + total(values[1:])) if values else 0.0

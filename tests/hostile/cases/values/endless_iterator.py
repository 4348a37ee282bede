"""The answer never ends.

verdict: reason
says: expected
"""

import itertools


def total(values):
    return itertools.count()

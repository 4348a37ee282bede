"""The function calls itself a million times, with the limit raised.

verdict: reason
says: of
peers: nbgrader, Otter
"""

import sys

sys.setrecursionlimit(10**8)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x")


def total(values):
    return Deep().a

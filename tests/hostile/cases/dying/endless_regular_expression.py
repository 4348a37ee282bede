"""A regular expression that takes exponential time.

verdict: reason
says: still running
"""

import re


def total(values):
    return re.match(r"(a+)+$", "a" * 60 + "b")

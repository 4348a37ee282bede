"""A notebook that deletes what it no longer needs.

verdict: full
"""

import os
import sys


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))


del os, sys
